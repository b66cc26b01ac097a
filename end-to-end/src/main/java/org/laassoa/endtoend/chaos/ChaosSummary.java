package org.laassoa.endtoend.chaos;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came of all rounds.
 *
 * @param results one for each round
 * @param folder where the logs of everything are
 */
record ChaosSummary(List<RoundResult> results, Path folder) {

  boolean balances() {
    return results.stream().allMatch(RoundResult::balances);
  }

  /** The phases at which something was broken. */
  Set<Phase> phases() {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    results.forEach(result -> result.hit().forEach(fault -> phases.add(fault.phase())));
    return phases;
  }

  @Override
  public String toString() {
    long builds = results.stream().mapToLong(RoundResult::builds).sum();
    long faults = results.stream().mapToLong(result -> result.hit().size()).sum();
    String all =
        results.size()
            + " rounds, "
            + builds
            + " builds, "
            + faults
            + " faults at "
            + phases().size()
            + " of "
            + Phase.values().length
            + " phases: ";
    if (balances()) {
      return all + "all books balance";
    }
    long seed = results.getLast().plan().seed();
    return all
        + "the books of the last round do not balance"
        + "\nlogs: "
        + folder
        + "\nsee it again: ./laas chaos --seed "
        + seed
        + " --rounds 1";
  }
}
