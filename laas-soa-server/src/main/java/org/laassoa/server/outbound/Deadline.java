package org.laassoa.server.outbound;

import java.time.Duration;

/**
 * When a call must have ended.
 *
 * @param nanoTime by {@link System#nanoTime}
 */
record Deadline(long nanoTime) {

  /** So long from now. */
  static Deadline in(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /** What is left, in nanoseconds; at least one. */
  long left() {
    return Math.max(1, nanoTime - System.nanoTime());
  }
}
