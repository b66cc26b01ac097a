package org.laassoa.endtoend.bench.wire;

import java.time.Duration;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/** What all agents of a load have done together. For one thread. */
public final class Ledger {

  private final BitSet claimed = new BitSet();
  private final Histogram claims = new Histogram(3);
  private final Histogram completions = new Histogram(3);
  private final long deadline;
  private long left;

  /** For so many actions, which must be done within that time. */
  public Ledger(long actions, Duration limit) {
    this.left = actions;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /** How long the polls took that brought something, in nanoseconds. */
  public Histogram claims() {
    return claims;
  }

  /** How long the completions took, in nanoseconds. */
  public Histogram completions() {
    return completions;
  }

  /**
   * Holds that every action was completed.
   *
   * @throws IllegalStateException when some were not within the limit: they are lost, or too slow
   */
  public void requireDone() {
    if (left != 0) {
      throw new IllegalStateException(left + " actions were not completed in time");
    }
  }

  /** Whether there is nothing more to ask for. */
  boolean done() {
    return left == 0 || System.nanoTime() > deadline;
  }

  /** An action was handed out; to somebody else before means that the queue is broken. */
  void claimed(long action) {
    int bit = Math.toIntExact(action);
    if (claimed.get(bit)) {
      throw new IllegalStateException("action " + action + " was handed out twice");
    }
    claimed.set(bit);
  }

  void completed() {
    left--;
  }
}
