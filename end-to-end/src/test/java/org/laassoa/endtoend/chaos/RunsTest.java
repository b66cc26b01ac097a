package org.laassoa.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.chaos.Ledger.Note;

class RunsTest {

  @Test
  void a_run_after_the_former_one_has_gone_does_not_overlap() {
    Runs runs =
        Runs.of(
            List.of(note("start", 1, "x"), note("tick", 1, "x"), note("start", 1, "y")), "build");

    assertThat(runs.overlapping()).isEmpty();
    assertThat(runs.starts()).isEqualTo(2);
    assertThat(runs.attempts()).containsExactly(1);
  }

  @Test
  void a_run_that_goes_on_beside_its_successor_overlaps() {
    Runs runs =
        Runs.of(
            List.of(note("start", 1, "x"), note("start", 1, "y"), note("tick", 1, "x")), "build");

    assertThat(runs.overlapping()).hasSize(1);
  }

  @Test
  void different_attempts_may_run_beside_each_other() {
    Runs runs =
        Runs.of(
            List.of(note("start", 1, "x"), note("start", 2, "y"), note("tick", 1, "x")), "build");

    assertThat(runs.overlapping()).isEmpty();
    assertThat(runs.attempts()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void other_builds_do_not_count() {
    Runs runs = Runs.of(List.of(new Note("start", "other", 1, "x")), "build");

    assertThat(runs.starts()).isZero();
  }

  private static Note note(String what, int attempt, String run) {
    return new Note(what, "build", attempt, run);
  }
}
