package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.QueueFixture;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class LogFollowerTest {

  private QueueFixture world;
  private LogStore log;
  private Ownership owner;

  @BeforeEach
  void oneOwnedAction(Transactions transactions) {
    world = new QueueFixture(transactions);
    log = new LogStore(transactions, world.queue, QueueFixture.config());
    owner = claim(world.enqueue());
  }

  private Ownership claim(ActionId action) {
    long agent = world.agent();
    return new Ownership(action, world.claim(agent).getFirst().attempt(), agent);
  }

  @Test
  void who_joins_late_sees_all_from_the_first_byte() throws Exception {
    log.append(owner, 0, "hello ".getBytes(UTF_8));
    log.append(owner, 6, "world".getBytes(UTF_8));
    LogFollower follower = follower(0, 0);

    LogEvent first = follower.next();

    assertThat(first).isEqualTo(new LogEvent.Text(1, 0, 11, "hello world"));
  }

  @Test
  void who_comes_back_resumes_where_they_left() throws Exception {
    log.append(owner, 0, "hello world".getBytes(UTF_8));

    LogEvent event = follower(1, 6).next();

    assertThat(event).isEqualTo(new LogEvent.Text(1, 6, 11, "world"));
  }

  @Test
  void who_waits_is_woken_by_new_bytes() throws Exception {
    LogFollower follower = follower(0, 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<LogEvent> waiting = threads.submit(follower::next);

      log.append(owner, 0, "now".getBytes(UTF_8));

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(new LogEvent.Text(1, 0, 3, "now"));
    }
  }

  @Test
  void a_character_is_never_cut_in_two() throws Exception {
    byte[] text = "构建".getBytes(UTF_8);
    log.append(owner, 0, Arrays.copyOf(text, 4));
    LogFollower follower = follower(0, 0);

    LogEvent first = follower.next();

    assertThat(first).isEqualTo(new LogEvent.Text(1, 0, 3, "构"));
    log.append(owner, 4, Arrays.copyOfRange(text, 4, 6));
    assertThat(follower.next()).isEqualTo(new LogEvent.Text(1, 3, 6, "建"));
  }

  @Test
  void the_end_comes_after_all_the_text_and_once() throws Exception {
    log.append(owner, 0, "done".getBytes(UTF_8));
    world.succeed(owner);
    LogFollower follower = follower(0, 0);

    LogEvent text = follower.next();

    assertThat(text).isEqualTo(new LogEvent.Text(1, 0, 4, "done"));
    assertThat(follower.next()).isEqualTo(new LogEvent.End("succeeded"));
    assertThat(follower.next()).isEqualTo(new LogEvent.Closed());
  }

  @Test
  void a_broken_character_at_the_end_does_not_hold_up_the_end() throws Exception {
    log.append(owner, 0, new byte[] {(byte) 0xe6});
    world.succeed(owner);
    LogFollower follower = follower(0, 0);

    LogEvent text = follower.next();

    assertThat(text).isEqualTo(new LogEvent.Text(1, 0, 1, "\ufffd"));
    assertThat(follower.next()).isEqualTo(new LogEvent.End("succeeded"));
  }

  @Test
  void the_next_attempt_follows_the_first() throws Exception {
    log.append(owner, 0, "first".getBytes(UTF_8));
    LogFollower follower = follower(0, 0);
    follower.next();
    world.expire(owner.action());
    world.queue.reap();
    Ownership second = claim(owner.action());
    log.append(second, 0, "second".getBytes(UTF_8));

    LogEvent event = follower.next();

    assertThat(event).isEqualTo(new LogEvent.Text(2, 0, 6, "second"));
  }

  private LogFollower follower(int attempt, long offset) {
    return new LogFollower(log, world.signals, owner.action(), attempt, offset);
  }
}
