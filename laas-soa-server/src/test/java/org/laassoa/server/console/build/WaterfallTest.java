package org.laassoa.server.console.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void bars_lie_where_and_as_long_as_their_phases_were() {
    Waterfall drawn =
        Waterfall.of(
            List.of(
                phase("queue", 0, 10),
                phase("hand_out", 10, 20),
                phase("checkout", 20, 40),
                phase("compile", 40, 100)),
            at(500));

    assertThat(drawn.bars())
        .extracting(Waterfall.Bar::x, Waterfall.Bar::width, Waterfall.Bar::gap)
        .containsExactly(
            tuple("0.00%", "10.00%", null),
            tuple("10.00%", "10.00%", null),
            tuple("20.00%", "20.00%", null),
            tuple("40.00%", "60.00%", null));
    assertThat(drawn.zero()).isEqualTo(at(10));
  }

  @Test
  void a_wait_longer_than_all_else_is_drawn_shorter_and_says_so() {
    Waterfall drawn =
        Waterfall.of(List.of(phase("queue", 0, 990), phase("compile", 990, 1000)), at(1000));

    assertThat(drawn.bars())
        .extracting(Waterfall.Bar::x, Waterfall.Bar::width, Waterfall.Bar::gap)
        .containsExactly(tuple("0.00%", "20.00%", "10.00%"), tuple("20.00%", "80.00%", null));
  }

  @Test
  void what_only_waits_has_the_whole_line() {
    Waterfall drawn = Waterfall.of(List.of(phase("queue", 0, null)), at(30));

    assertThat(drawn.bars())
        .extracting(Waterfall.Bar::x, Waterfall.Bar::width, Waterfall.Bar::gap)
        .containsExactly(tuple("0.00%", "100.00%", null));
    assertThat(drawn.ticks()).isEmpty();
  }

  @Test
  void what_goes_on_ends_now() {
    Waterfall drawn =
        Waterfall.of(List.of(phase("checkout", 0, 25), phase("compile", 25, null)), at(100));

    assertThat(drawn.bars().getLast().width()).isEqualTo("75.00%");
  }

  @Test
  void the_shortest_phase_at_the_end_can_still_be_seen_within_the_line() {
    Waterfall drawn =
        Waterfall.of(List.of(phase("compile", 0, 100), phase("push", 100, 100)), at(100));

    assertThat(drawn.bars().getLast())
        .extracting(Waterfall.Bar::x, Waterfall.Bar::width)
        .containsExactly("99.40%", "0.60%");
  }

  @Test
  void a_wait_and_work_of_no_time_at_all_are_drawn() {
    Waterfall drawn = Waterfall.of(List.of(phase("queue", 0, 0)), at(0));

    assertThat(drawn.bars().getFirst().width()).isEqualTo("0.60%");
  }

  @Test
  void marks_begin_at_the_hand_out() {
    Waterfall drawn =
        Waterfall.of(List.of(phase("queue", 0, 20), phase("compile", 20, 100)), at(100));

    assertThat(drawn.ticks())
        .extracting(Waterfall.Tick::x, Waterfall.Tick::label)
        .containsExactly(
            tuple("20.00%", "0"),
            tuple("35.00%", "15 s"),
            tuple("50.00%", "30 s"),
            tuple("65.00%", "45 s"),
            tuple("80.00%", "1:00"),
            tuple("95.00%", "1:15"));
  }

  private static Phase phase(String name, int from, @Nullable Integer to) {
    return new Phase(name, "succeeded", at(from), to == null ? null : at(to));
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}
