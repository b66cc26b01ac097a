package org.laassoa.endtoend.chaos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.Step;

/** The books of one round's builds: how they ended, who owned them, what they said. */
final class BuildBooks {

  private final ChaosWorld world;
  private final Expectation expectation;
  private final boolean agentsDied;
  private final List<String> wrong = new ArrayList<>();

  BuildBooks(ChaosWorld world, List<PlannedFault> faults) {
    this.world = world;
    this.expectation = new Expectation(faults);
    this.agentsDied = faults.stream().anyMatch(planned -> planned.fault() == Fault.AGENT);
  }

  /** Checks all builds that were asked for under a plan's key; there may be two after a retry. */
  void check(PlannedBuild planned) throws InterruptedException {
    List<Long> ids = world.books().builds(planned.key());
    if (ids.isEmpty()) {
      wrong.add("build " + planned.key() + " is lost: there is no such row");
    }
    for (long id : ids) {
      List<String> found = new ArrayList<>();
      checkOne(planned, id, found);
      found.forEach(
          words ->
              wrong.add(
                  "build " + id + " (" + planned.key() + ", " + planned.kind() + "): " + words));
    }
    checkRuns(planned);
  }

  /** What does not balance, in words. */
  List<String> wrong() {
    return wrong;
  }

  private void checkOne(PlannedBuild planned, long id, List<String> found)
      throws InterruptedException {
    found.addAll(Audit.of(world.books().history(id)));
    long endings = world.books().endings(id);
    if (endings != 1) {
      found.add("it has " + endings + " final states");
    }
    Build build = Patience.ask(() -> world.api().build(id));
    boolean inContainer = build.agent() != null && world.agent(build.agent(), 0).inContainers();
    expectation.judge(planned, build, inContainer).ifPresent(found::add);
    if (build.result().equals("succeeded") || build.result().equals("script_failed")) {
      checkLog(planned, build, found);
      checkLedger(planned, build, found);
    }
  }

  private void checkLog(PlannedBuild planned, Build build, List<String> found)
      throws InterruptedException {
    byte[] log = Patience.ask(() -> world.api().log(build.id()));
    if (!Boolean.TRUE.equals(build.logIntact()) || !sha256(log).equals(build.logSha256())) {
      found.add("its log is not what the agent sent");
    }
    Step step = build.step("compile");
    if (step.logFrom() == null || step.logTo() == null || step.logTo() > log.length) {
      found.add("its script's output is not all there: " + step);
      return;
    }
    byte[] output =
        Arrays.copyOfRange(log, Math.toIntExact(step.logFrom()), Math.toIntExact(step.logTo()));
    if (!sha256(output).equals(planned.outputSha256())) {
      found.add("its log is not what its script wrote (" + output.length + " bytes are there)");
    }
  }

  /** The attempt that counts ran to its end, where the server says it did. */
  private void checkLedger(PlannedBuild planned, Build build, List<String> found) {
    boolean ended =
        Ledger.of(world.agent(String.valueOf(build.agent()), 0)).stream()
            .anyMatch(
                note -> note.isOf(planned.key(), build.attempt()) && note.what().equals("end"));
    if (!ended) {
      found.add("its script did not come to its end on " + build.agent());
    }
  }

  /**
   * An attempt runs on one agent and once. After the agent's death it may be handed out again to
   * the same agent, which may run it anew; never while a former run goes on. Different attempts may
   * overlap: an agent that is cut off learns late that its attempt is lost.
   */
  private void checkRuns(PlannedBuild planned) {
    Set<Integer> attempts = new HashSet<>();
    int starts = 0;
    for (OneAgent agent : world.agents()) {
      Runs runs = Runs.of(Ledger.of(agent), planned.key());
      for (int attempt : runs.attempts()) {
        if (!attempts.add(attempt)) {
          wrong.add("attempt " + attempt + " of " + planned.key() + " ran on two agents");
        }
      }
      runs.overlapping().forEach(words -> wrong.add(planned.key() + ": " + words));
      if (!agentsDied && runs.starts() > runs.attempts().size()) {
        wrong.add("an attempt of " + planned.key() + " ran twice on " + agent.name());
      }
      starts += runs.starts();
    }
    if (planned.kind() == BuildKind.ONCE && starts > 1) {
      wrong.add(planned.key() + " must not run twice, and did " + starts + " times");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
