package org.laassoa.server.audit;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls of those who have not signed in: so many a second are noted, and no more, since anybody
 * could fill the trail with them.
 */
final class Strangers {

  /** Enough to see that somebody tries. */
  static final int MOST_A_SECOND = 20;

  private final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
  private final AtomicInteger noted = new AtomicInteger();

  /** Whether one more is noted at this time. */
  boolean mayBeNoted(Instant now) {
    long current = now.getEpochSecond();
    if (second.getAndSet(current) != current) {
      noted.set(0);
    }
    return noted.incrementAndGet() <= MOST_A_SECOND;
  }
}
