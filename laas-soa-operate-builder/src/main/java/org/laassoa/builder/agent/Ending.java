package org.laassoa.builder.agent;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How an agent ends in order: it takes nothing more and says so; what it holds goes on, for as long
 * as it may, with its leases renewed; what is left then is given back to the server, which gives it
 * to another agent at once. What the server hands out meanwhile, unaware, is given back too.
 */
final class Ending {

  private static final Logger LOG = Logger.getLogger(Ending.class);

  /** For a server that does not answer: it learns from the leases, later. */
  private static final Duration LAST_POLL = Duration.ofSeconds(2);

  private static final Duration NO_LIMIT = Duration.ofDays(36_500);

  private final HeldActions held;
  private final PollLoop loop;
  private final AnsweredPolls polls;
  private final Duration grace;
  private @Nullable String why;
  private boolean graceBegun;
  private long deadline;

  /**
   * Nothing ends yet.
   *
   * @param loop stopped when nothing is held any more
   * @param grace how long what is held may go on once {@link #handBack} was called
   */
  Ending(HeldActions held, PollLoop loop, AnsweredPolls polls, Duration grace) {
    this.held = held;
    this.loop = loop;
    this.polls = polls;
    this.grace = grace;
  }

  /** Why no work is taken any more; null as long as it is. */
  synchronized @Nullable String notTaking() {
    return why;
  }

  /**
   * Ends when all that is held has ended, however long that takes.
   *
   * @param reason why nothing more is taken, for people
   */
  synchronized void finish(String reason) {
    if (why == null) {
      deadline = System.nanoTime() + NO_LIMIT.toNanos();
      begin(reason);
    }
  }

  /**
   * Ends within the grace time, and gives back what has not ended by then. Called once more, it
   * gives back at once.
   */
  synchronized void handBack() {
    deadline = System.nanoTime() + (graceBegun ? Duration.ZERO : grace).toNanos();
    graceBegun = true;
    if (why == null) {
      begin("it is being shut down");
    }
    held.lookAgain();
  }

  private void begin(String reason) {
    why = reason;
    LOG.infof("Takes nothing more: %s", reason);
    Thread.ofVirtual().name("ending").start(this::end);
  }

  private void end() {
    try {
      held.refuse();
      loop.pollNow();
      // An answer that was on its way may have brought work: this one tells.
      if (!polls.await(LAST_POLL)) {
        LOG.warn("The server cannot be told that this agent ends");
      }
      if (!held.awaitEmpty(this::timeLeft)) {
        held.handBack();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      loop.stop();
    }
  }

  private synchronized Duration timeLeft() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }
}
