package org.laassoa.server.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HintsTest {

  private final Hints hints = new Hints(100, 7);

  @Test
  void what_changes_all_the_time_is_told_every_second_tick() {
    long told =
        IntStream.range(0, 20).filter(tick -> hints.at(101 + tick, 7).contains("builds")).count();

    assertThat(told).isEqualTo(10);
  }

  @Test
  void a_change_that_came_too_soon_is_told_with_the_next_tick() {
    hints.at(100, 7);
    hints.at(101, 7);

    hints.at(102, 7);
    List<String> next = hints.at(102, 7);

    assertThat(next).contains("builds");
  }

  @Test
  void without_a_change_builds_are_told_now_and_then() {
    long told = IntStream.range(0, 40).filter(tick -> hints.at(100, 7).contains("builds")).count();

    assertThat(told).isEqualTo(4);
  }

  @Test
  void agents_are_told_every_other_second() {
    long told = IntStream.range(0, 40).filter(tick -> hints.at(100, 7).contains("agents")).count();

    assertThat(told).isEqualTo(10);
  }

  @Test
  void what_people_change_is_told_at_once() {
    hints.at(100, 7);

    List<String> next = hints.at(100, 8);

    assertThat(next).containsExactly("configuration");
  }

  @Test
  void without_a_change_the_configuration_is_told_now_and_then() {
    long told =
        IntStream.range(0, 40).filter(tick -> hints.at(100, 7).contains("configuration")).count();

    assertThat(told).isEqualTo(4);
  }
}
