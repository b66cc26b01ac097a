package org.laassoa.builder.agent;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.laassoa.builder.server.BackOff;

/**
 * Finds out whether held polls work here: a proxy may lose patience with a request that is not
 * answered for long. That looks like a server that went away, so a cut poll counts only when a
 * plain one, made at once, is answered. After two in a row polls are no longer held; later on one
 * is tried now and then, but only while the agent holds nothing, since a proxy that swallows the
 * answer would keep a cancel waiting. For one thread.
 */
final class HeldPolls {

  private static final int CUTS = 2;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(15);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private final BackOff backOff = new BackOff(FIRST_RETRY, LONGEST_RETRY);
  private boolean suspected;
  private int cuts;
  private long retryAt;

  /** Held polls that are thought to work. */
  HeldPolls() {
    this(System::nanoTime);
  }

  /** Held polls by another clock. */
  HeldPolls(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether they are known not to work. */
  boolean broken() {
    return cuts >= CUTS;
  }

  /**
   * Whether the next poll may be held.
   *
   * @param idle whether the agent holds nothing
   */
  boolean mayHold(boolean idle) {
    return !suspected && (!broken() || (idle && nanos.getAsLong() - retryAt >= 0));
  }

  /** A poll was held to its end and answered. */
  void heldToTheEnd() {
    cuts = 0;
    backOff.reset();
  }

  /** A held poll was cut short. */
  void cut() {
    suspected = true;
  }

  /** A plain poll was answered: so the server is there. */
  void plainAnswered() {
    if (suspected) {
      suspected = false;
      cuts++;
      if (broken()) {
        retryAt = nanos.getAsLong() + backOff.next().toNanos();
      }
    }
  }

  /** A plain poll failed: it was the server, or the whole network, and says nothing of proxies. */
  void plainFailed() {
    suspected = false;
  }
}
