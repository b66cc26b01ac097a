package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laassoa.builder.server.Doorbell;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.testing.ScriptedConnection;

class PickUpPolicyTest {

  private static final ServerUnreachable CUT =
      new ServerUnreachable("connection reset", true, new IOException());

  private final ScriptedConnection server = new ScriptedConnection();
  private final HeldPolls heldPolls = new HeldPolls();
  private final KeepDoorbell doorbell = new KeepDoorbell(server, () -> {});

  @AfterEach
  void close() {
    doorbell.close();
  }

  @Test
  void before_the_doorbell_was_tried_polls_are_plain() {
    assertThat(policy(PickUpChoice.AUTO).next(0))
        .isEqualTo(new NextPoll(PickUp.POLL, 0, Duration.ofMillis(500)));
  }

  @Test
  void with_the_doorbell_there_is_a_poll_each_five_seconds() {
    PickUpPolicy policy = ringing();

    assertThat(policy.next(1)).isEqualTo(new NextPoll(PickUp.DOORBELL, 0, Duration.ofSeconds(5)));
  }

  @Test
  void with_the_doorbell_polls_keep_a_short_lease_all_the_same() {
    PickUpPolicy policy = ringing();
    policy.leaseIs(6);

    assertThat(policy.next(1).pause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(policy.next(0).pause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void without_the_doorbell_polls_are_held() {
    PickUpPolicy policy = policy(PickUpChoice.AUTO);
    policy.start();
    await().until(() -> doorbell.state().tried());

    assertThat(policy.next(1))
        .isEqualTo(new NextPoll(PickUp.HELD_POLL, 10, Duration.ofMillis(500)));
  }

  @Test
  void a_poll_is_held_for_a_third_of_a_short_lease() {
    PickUpPolicy policy = policy(PickUpChoice.HELD_POLL);
    policy.leaseIs(6);

    assertThat(policy.next(1).waitSeconds()).isEqualTo(2);
    assertThat(policy.next(0).waitSeconds()).isEqualTo(10);
  }

  @Test
  void a_full_agents_polls_are_not_held() {
    assertThat(policy(PickUpChoice.HELD_POLL).next(2))
        .isEqualTo(new NextPoll(PickUp.HELD_POLL, 0, Duration.ofMillis(500)));
  }

  @Test
  void a_cut_poll_is_followed_by_a_plain_one_at_once() {
    PickUpPolicy policy = policy(PickUpChoice.HELD_POLL);

    boolean atOnce = policy.failed(policy.next(0), CUT);

    assertThat(atOnce).isTrue();
    assertThat(policy.next(0).held()).isFalse();
  }

  @Test
  void after_two_cut_polls_the_way_is_the_plain_poll() {
    PickUpPolicy policy = policy(PickUpChoice.HELD_POLL);
    for (int i = 0; i < 2; i++) {
      policy.failed(policy.next(0), CUT);
      policy.answered(policy.next(0), Duration.ZERO);
    }

    assertThat(policy.next(0)).isEqualTo(new NextPoll(PickUp.POLL, 0, Duration.ofMillis(500)));
  }

  @Test
  void a_busy_server_is_no_cut() {
    PickUpPolicy policy = policy(PickUpChoice.HELD_POLL);
    ServerUnreachable busy = new ServerUnreachable("HTTP 503", new IOException());

    assertThat(policy.failed(policy.next(0), busy)).isFalse();
  }

  private PickUpPolicy ringing() {
    server.doorbell = new OpenDoorbell();
    PickUpPolicy policy = policy(PickUpChoice.AUTO);
    policy.start();
    await().until(() -> doorbell.state().open());
    return policy;
  }

  private PickUpPolicy policy(PickUpChoice choice) {
    return new PickUpPolicy(choice, 2, doorbell, heldPolls);
  }

  private static final class OpenDoorbell implements Doorbell {
    private final CountDownLatch broken = new CountDownLatch(1);

    @Override
    public String awaitBroken() throws InterruptedException {
      broken.await();
      return "closed";
    }

    @Override
    public void close() {
      broken.countDown();
    }
  }
}
