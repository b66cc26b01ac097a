package org.laassoa.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureCountsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final FailureCounts<Integer> counts = new FailureCounts<>(2);

  @Test
  void the_first_failures_are_free_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
    counts.failed(1, NOW);
    counts.failed(1, NOW);
    assertThat(counts.wait(1, NOW)).isZero();

    counts.failed(1, NOW);
    assertThat(counts.wait(1, NOW)).isEqualTo(Duration.ofSeconds(1));
    counts.failed(1, NOW);
    assertThat(counts.wait(1, NOW)).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 100; i++) {
      counts.failed(1, NOW);
    }
    assertThat(counts.wait(1, NOW)).isEqualTo(Duration.ofMinutes(15));
    assertThat(counts.wait(1, NOW.plus(Duration.ofMinutes(15)))).isZero();
  }

  @Test
  void others_do_not_wait() {
    for (int i = 0; i < 10; i++) {
      counts.failed(1, NOW);
    }

    assertThat(counts.wait(2, NOW)).isZero();
  }

  @Test
  void after_a_quiet_hour_it_begins_anew() {
    for (int i = 0; i < 10; i++) {
      counts.failed(1, NOW);
    }

    Instant later = NOW.plus(Duration.ofMinutes(61));
    counts.failed(1, later);

    assertThat(counts.wait(1, later)).isZero();
  }

  @Test
  void a_flood_of_others_takes_no_more_memory() {
    for (int i = 0; i < 100_000; i++) {
      counts.failed(i, NOW);
    }

    assertThat(counts.size()).isEqualTo(20_000);
  }

  @Test
  void one_that_was_none_is_taken_back() {
    counts.failed(1, NOW);
    counts.failed(1, NOW);
    counts.failed(1, NOW);

    counts.takeBack(1);

    assertThat(counts.wait(1, NOW)).isZero();
  }
}
