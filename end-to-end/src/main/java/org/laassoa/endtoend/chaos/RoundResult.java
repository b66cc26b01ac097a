package org.laassoa.endtoend.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a round.
 *
 * @param plan what was to happen
 * @param hit the faults whose phase came
 * @param builds how many builds there were
 * @param repeated how many of them needed more than one attempt
 * @param took wall time
 * @param wrong what does not balance, in words
 */
record RoundResult(
    RoundPlan plan,
    List<PlannedFault> hit,
    int builds,
    long repeated,
    Duration took,
    List<String> wrong) {

  boolean balances() {
    return wrong.isEmpty();
  }

  /** One line. */
  @Override
  public String toString() {
    String done = String.join("; ", hit.stream().map(PlannedFault::toString).toList());
    List<PlannedFault> missed = plan.faults().stream().filter(f -> !hit.contains(f)).toList();
    return String.format(
        Locale.ROOT,
        "seed %d | %s%s | %d builds, %d repeated, %.1f s | %s",
        plan.seed(),
        done,
        missed.isEmpty() ? "" : " | never came to: " + missed,
        builds,
        repeated,
        took.toMillis() / 1000.0,
        balances() ? "the books balance" : "THE BOOKS DO NOT BALANCE");
  }
}
