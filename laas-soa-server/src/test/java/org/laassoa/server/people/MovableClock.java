package org.laassoa.server.people;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The server's clock in tests: the system's, and as far ahead of it as a test wants. */
@Singleton
@Alternative
@Priority(1)
public class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Moves on. */
  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  /** Is the system's clock again. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
