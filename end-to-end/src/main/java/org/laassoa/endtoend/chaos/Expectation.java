package org.laassoa.endtoend.chaos;

import java.util.List;
import java.util.Optional;
import org.laassoa.endtoend.api.Build;

/**
 * How a build has to end, and how else it may after what was broken in its round. These are all
 * allowances there are:
 *
 * <ul>
 *   <li>{@code engine_gone}, on an agent whose engine was cut off: nobody knows what became of a
 *       call that makes or starts a container.
 *   <li>{@code agent_lost}, for a script that must not run twice.
 * </ul>
 *
 * @param faults what was broken in the round
 */
record Expectation(List<PlannedFault> faults) {

  /** What is wrong with how a build has ended; nothing when that is as it should be. */
  Optional<String> judge(PlannedBuild planned, Build build, boolean inContainer) {
    String wanted = wanted(planned.kind());
    String ended = build.state() + (build.result().isEmpty() ? "" : ", " + build.result());
    if (ended.equals(wanted) && exitedAsPlanned(planned, build)) {
      return Optional.empty();
    }
    if (build.result().equals("infrastructure_failed")
        && allowed(planned, build.outcome("reason"), inContainer)) {
      return Optional.empty();
    }
    return Optional.of("it ended as " + ended + " (" + build.reason() + "), not as " + wanted);
  }

  private static String wanted(BuildKind kind) {
    return switch (kind) {
      case SMALL, LARGE, TAG, ONCE -> "succeeded, succeeded";
      case FAILING -> "failed, script_failed";
      case CANCELLED -> "cancelled, cancelled";
    };
  }

  private static boolean exitedAsPlanned(PlannedBuild planned, Build build) {
    return planned.kind() != BuildKind.FAILING
        || build.outcome("exit_code").equals(Integer.toString(PlannedBuild.FAILING_EXIT));
  }

  private boolean allowed(PlannedBuild planned, String reason, boolean inContainer) {
    return switch (reason) {
      case "engine_gone" -> inContainer && faults.stream().anyMatch(this::isOfEngine);
      case "agent_lost" -> planned.kind() == BuildKind.ONCE;
      default -> false;
    };
  }

  private boolean isOfEngine(PlannedFault planned) {
    return planned.fault() == Fault.ENGINE;
  }
}
