package org.laassoa.server.configuration.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownstreamProjectTest {

  @ParameterizedTest
  @CsvSource({
    "main, main, true",
    "main, maine, false",
    "release/*, release/1, true",
    "release/*, release/, true",
    "release/*, main, false",
    "*, anything/at all, true",
    "a*a, a, false",
    "a*b*c, aXbYc, true",
    "a*b*c, aXcYb, false",
    "*-rc*, 1.0-rc2, true"
  })
  void a_star_stands_for_any_characters(String pattern, String branch, boolean follows) {
    DownstreamProject next =
        new DownstreamProject("next", "main", "branch", List.of(pattern), null, Map.of());

    assertThat(next.follows("branch", branch)).isEqualTo(follows);
  }

  @Test
  void a_pattern_of_many_stars_takes_no_long_time() {
    DownstreamProject next =
        new DownstreamProject(
            "next", "main", "branch", List.of("*a".repeat(120) + "b"), null, Map.of());

    assertThat(Duration.ofSeconds(2))
        .isGreaterThan(timed(() -> next.follows("branch", "a".repeat(255))));
  }

  @Test
  void a_value_that_would_hang_a_backtracking_engine_is_checked_at_once() {
    ParameterDefinition catastrophic =
        new ParameterDefinition("A", "", null, false, List.of(), "(a+)+b");

    Duration took = timed(() -> catastrophic.complaint("a".repeat(30_000)));

    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  private static Duration timed(Runnable work) {
    long from = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - from);
  }
}
