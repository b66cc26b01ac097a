package org.laassoa.builder.agent;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;

/**
 * Decides how the agent learns of work: by the doorbell where it can be had, else by held polls,
 * else by a poll each half second; and how often it polls meanwhile, since polls are also what
 * keeps the leases. For one thread.
 */
final class PickUpPolicy {

  private static final Logger LOG = Logger.getLogger(PickUpPolicy.class);

  /** Without anything better, and while a held poll would bring no work. */
  private static final Duration PLAIN = Duration.ofMillis(500);

  /** With the doorbell: only for what a ring could not tell. */
  private static final Duration WITH_DOORBELL = Duration.ofSeconds(5);

  /** Below the timeouts that proxies commonly have (30 or 60 s), and that of our own client. */
  private static final Duration HELD = Duration.ofSeconds(10);

  private final PickUpChoice choice;
  private final int capacity;
  private final KeepDoorbell doorbell;
  private final HeldPolls heldPolls;
  private Duration lease = Duration.ofSeconds(30);
  private @Nullable PickUp said;

  /**
   * A policy that has seen nothing yet.
   *
   * @param choice the ways that may be used
   * @param capacity how many actions the agent holds at most
   */
  PickUpPolicy(PickUpChoice choice, int capacity, KeepDoorbell doorbell, HeldPolls heldPolls) {
    this.choice = choice;
    this.capacity = capacity;
    this.doorbell = doorbell;
    this.heldPolls = heldPolls;
  }

  /** Begins to look for better ways than to poll. */
  void start() {
    if (choice.allows(PickUp.DOORBELL)) {
      doorbell.start();
    }
  }

  /** Ends what {@link #start} began. */
  void stop() {
    doorbell.close();
  }

  /**
   * How to poll now.
   *
   * @param holding how many actions the agent holds
   */
  NextPoll next(int holding) {
    PickUp way = way();
    Duration longest = holding == 0 ? HELD : atMost(HELD, lease.dividedBy(3));
    if (way == PickUp.DOORBELL) {
      return new NextPoll(way, 0, atMost(WITH_DOORBELL, longest));
    }
    boolean hold =
        holding < capacity
            && choice.allows(PickUp.HELD_POLL)
            && !waitsForDoorbell()
            && heldPolls.mayHold(holding == 0);
    // A held poll is followed by the next at once, unless the server did not hold it.
    return new NextPoll(way, hold ? (int) longest.toSeconds() : 0, atMost(PLAIN, longest));
  }

  private PickUp way() {
    KeepDoorbell.State bell = doorbell.state();
    PickUp way =
        bell.open()
            ? PickUp.DOORBELL
            : choice.allows(PickUp.HELD_POLL) && !heldPolls.broken()
                ? PickUp.HELD_POLL
                : PickUp.POLL;
    if (way != said && !waitsForDoorbell()) {
      LOG.infof(
          "Learns of work by %s%s",
          way.wireName(),
          way == PickUp.DOORBELL || !choice.allows(PickUp.DOORBELL)
              ? ""
              : " (no doorbell: " + bell.why() + ")");
      said = way;
    }
    return waitsForDoorbell() ? PickUp.POLL : way;
  }

  /** In the first moments: a poll that is held then would not notice that the doorbell is there. */
  private boolean waitsForDoorbell() {
    return choice.allows(PickUp.DOORBELL) && !doorbell.state().tried();
  }

  private static Duration atMost(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Work was handed out, to be owned for so long without a sign of life. */
  void leaseIs(int seconds) {
    lease = Duration.ofSeconds(seconds);
  }

  /** A poll was answered after that time. */
  void answered(NextPoll poll, Duration took) {
    if (!poll.held()) {
      heldPolls.plainAnswered();
    } else if (took.toSeconds() >= poll.waitSeconds() - 1) {
      heldPolls.heldToTheEnd();
    }
  }

  /**
   * A poll was not answered.
   *
   * @return whether it may be the way's fault: then a plain poll is due at once
   */
  boolean failed(NextPoll poll, ServerFailure failure) {
    if (poll.held() && failure instanceof ServerUnreachable away && away.cutShort()) {
      heldPolls.cut();
      return true;
    }
    heldPolls.plainFailed();
    return false;
  }

  /** The server answers after it was away. */
  void serverIsBack() {
    doorbell.serverIsBack();
  }
}
