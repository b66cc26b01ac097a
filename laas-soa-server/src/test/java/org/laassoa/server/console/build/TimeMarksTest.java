package org.laassoa.server.console.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMarksTest {

  @ParameterizedTest
  @CsvSource({
    "PT0.045S, '0, 10 ms, 20 ms, 30 ms, 40 ms'",
    "PT1.9S, '0, 500 ms, 1 s, 1.5 s'",
    "PT7S, '0, 2 s, 4 s, 6 s'",
    "PT90S, '0, 30 s, 1:00, 1:30'",
    "PT2H, '0, 30:00, 1:00:00, 1:30:00, 2:00:00'"
  })
  void marks_are_few_and_at_times_that_people_count_in(Duration whole, String labels) {
    assertThat(TimeMarks.within(whole).stream().map(TimeMarks::label).toList())
        .isEqualTo(java.util.List.of(labels.split(", ")));
  }

  @ParameterizedTest
  @CsvSource({"PT1H", "P1D", "P30D", "P4000D"})
  void there_are_never_many(Duration whole) {
    assertThat(TimeMarks.within(whole)).hasSizeBetween(2, 6);
  }
}
