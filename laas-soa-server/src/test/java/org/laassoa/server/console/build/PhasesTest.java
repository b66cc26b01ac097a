package org.laassoa.server.console.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laassoa.wire.StepReport;

class PhasesTest {

  private static final Instant QUEUED = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void a_build_begins_with_its_wait_and_its_hand_out() {
    List<Phase> phases = Phases.of(QUEUED, attempt(10, 30, step("checkout", "succeeded", 12, 20)));

    assertThat(phases)
        .containsExactly(
            new Phase("queue", "succeeded", at(0), at(10)),
            new Phase("hand_out", "succeeded", at(10), at(12)),
            new Phase("checkout", "succeeded", at(12), at(20)));
  }

  @Test
  void what_waits_has_nothing_else() {
    List<Phase> phases = Phases.of(QUEUED, attempt(null, null));

    assertThat(phases).containsExactly(new Phase("queue", "queued", at(0), null));
  }

  @Test
  void what_was_handed_out_and_not_spoken_of_is_being_handed_out() {
    List<Phase> phases = Phases.of(QUEUED, attempt(10, null));

    assertThat(phases.getLast()).isEqualTo(new Phase("hand_out", "consumed", at(10), null));
  }

  @Test
  void steps_of_an_agent_whose_clock_is_late_begin_with_the_hand_out() {
    List<Phase> phases =
        Phases.of(QUEUED, attempt(100, 130, step("checkout", "succeeded", 40, 60)));

    assertThat(phases.getLast()).isEqualTo(new Phase("checkout", "succeeded", at(100), at(120)));
  }

  @Test
  void steps_of_an_agent_whose_clock_is_early_end_with_the_attempt() {
    List<Phase> phases = Phases.of(QUEUED, attempt(10, 40, step("checkout", "succeeded", 70, 90)));

    assertThat(phases.getLast()).isEqualTo(new Phase("checkout", "succeeded", at(20), at(40)));
  }

  @Test
  void first_steps_that_a_running_agent_has_not_told_of_are_no_hand_out() {
    List<Phase> phases = Phases.of(QUEUED, attempt(10, null, step("compile", "running", 15, null)));

    assertThat(phases).extracting(Phase::name).containsExactly("queue", "first_steps", "compile");
  }

  @Test
  void a_step_that_an_agent_was_lost_in_ends_with_the_attempt() {
    List<Phase> phases = Phases.of(QUEUED, attempt(10, 40, step("compile", "running", 12, null)));

    assertThat(phases.getLast()).isEqualTo(new Phase("compile", "failed", at(12), at(40)));
  }

  private static ShownAttempt attempt(
      @Nullable Integer from, @Nullable Integer to, StepReport... steps) {
    return new ShownAttempt(
        1,
        to == null ? "running" : "succeeded",
        "one",
        from == null ? null : at(from),
        to == null ? null : at(to),
        null,
        List.of(steps),
        0,
        true);
  }

  private static StepReport step(String name, String state, int from, @Nullable Integer to) {
    return new StepReport(name, state, at(from), to == null ? null : at(to), null, null);
  }

  private static Instant at(int seconds) {
    return QUEUED.plusSeconds(seconds);
  }
}
