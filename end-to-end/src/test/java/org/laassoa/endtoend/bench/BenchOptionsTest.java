package org.laassoa.endtoend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

  @Test
  void without_options_all_is_measured_in_full() {
    assertThat(parse()).isEqualTo(new BenchOptions(Subject.all(), Scale.FULL, null));
  }

  @Test
  void all_is_every_subject() {
    assertThat(parse("all").subjects()).containsExactly(Subject.values());
  }

  @Test
  void several_subjects_are_measured_once_each_in_the_usual_order() {
    assertThat(parse("log", "polls", "log").subjects()).containsExactly(Subject.POLLS, Subject.LOG);
  }

  @Test
  void options_may_come_before_and_after_the_subjects() {
    assertThat(parse("--json", "figures.json", "growth", "--quick"))
        .isEqualTo(new BenchOptions(List.of(Subject.GROWTH), Scale.QUICK, Path.of("figures.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"speed", "--slow", "POLLS"})
  void what_cannot_be_measured_is_named(String word) {
    assertThatThrownBy(() -> parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(word);
  }

  @Test
  void a_missing_file_is_said() {
    assertThatThrownBy(() -> parse("--json")).hasMessageContaining("--json");
  }

  private static BenchOptions parse(String... arguments) {
    return BenchOptions.parse(List.of(arguments));
  }
}
