package org.laassoa.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundPlanTest {

  @Test
  void the_same_seed_makes_the_same_plan() {
    assertThat(RoundPlan.of(42, true)).isEqualTo(RoundPlan.of(42, true));
    assertThat(RoundPlan.of(42, true)).isNotEqualTo(RoundPlan.of(43, true));
  }

  @Test
  void rounds_in_a_row_come_to_every_phase() {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);

    LongStream.range(1000, 1000 + RoundPlan.ROUNDS_FOR_EVERY_PHASE)
        .mapToObj(seed -> RoundPlan.of(seed, false))
        .flatMap(plan -> plan.faults().stream())
        .forEach(fault -> phases.add(fault.phase()));

    assertThat(phases).isEqualTo(EnumSet.allOf(Phase.class));
  }

  @Test
  void without_an_engine_none_is_cut_off() {
    assertThat(LongStream.range(0, 200).mapToObj(seed -> RoundPlan.of(seed, false)))
        .allSatisfy(plan -> assertThat(plan.faults()).noneMatch(f -> f.fault() == Fault.ENGINE));
  }
}
