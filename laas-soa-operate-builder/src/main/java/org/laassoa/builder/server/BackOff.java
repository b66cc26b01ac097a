package org.laassoa.builder.server;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: half a second, doubling up to 15 s, or as said, each spread
 * by a tenth so that many agents do not come back in step. For one thread.
 */
public final class BackOff {

  /** The wait after a first failure. */
  public static final Duration FIRST = Duration.ofMillis(500);

  /** The longest wait, before it is spread. */
  public static final Duration LONGEST = Duration.ofSeconds(15);

  private static final double SPREAD = 0.1;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration wait;

  /** A back-off that has seen no failure. */
  public BackOff() {
    this(FIRST, LONGEST);
  }

  /**
   * A back-off that has seen no failure.
   *
   * @param first the wait after a first failure
   * @param longest what the doubling ends at
   */
  public BackOff(Duration first, Duration longest) {
    this(first, longest, ThreadLocalRandom.current());
  }

  /** A back-off with chosen chance. */
  BackOff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.wait = first;
  }

  /** The wait after one more failure. */
  public Duration next() {
    Duration now = wait;
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(longest) > 0 ? longest : doubled;
    return spread(now, random);
  }

  /** It went well: the next failure is a first one. */
  public void reset() {
    wait = first;
  }

  /** A duration, up to a tenth more or less. */
  public static Duration spread(Duration duration, RandomGenerator random) {
    double factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
    return Duration.ofNanos(Math.round(duration.toNanos() * factor));
  }
}
