package org.laassoa.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

  private final SettableClock clock = new SettableClock();
  private final VerifiedPasswords verified = new VerifiedPasswords(clock);
  private final AtomicInteger checks = new AtomicInteger();

  @Test
  void a_right_password_is_checked_once_a_minute() {
    isRight("stored", true);
    isRight("stored", true);
    assertThat(checks).hasValue(1);

    clock.now = clock.now.plus(Duration.ofSeconds(61));
    isRight("stored", true);

    assertThat(checks).hasValue(2);
  }

  @Test
  void a_wrong_password_is_checked_each_time() {
    isRight("stored", false);

    boolean right = isRight("stored", false);

    assertThat(right).isFalse();
    assertThat(checks).hasValue(2);
  }

  @Test
  void a_changed_password_counts_at_once() {
    isRight("old", true);

    boolean right = isRight("new", false);

    assertThat(right).isFalse();
  }

  private boolean isRight(String stored, boolean answer) {
    return verified.isRight(
        "user",
        "password",
        stored,
        () -> {
          checks.incrementAndGet();
          return answer;
        });
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
