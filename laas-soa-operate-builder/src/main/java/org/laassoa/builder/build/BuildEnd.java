package org.laassoa.builder.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/** How the agent's work on an attempt ended. */
public sealed interface BuildEnd {

  /**
   * There is a result to report.
   *
   * @param outcome how the attempt ended
   * @param steps the steps in their order
   * @param commit the commit that was built, or null when the build did not come that far
   * @param images the images that were made
   */
  record Ended(
      Outcome outcome, List<StepReport> steps, @Nullable String commit, List<ImageReport> images)
      implements BuildEnd {

    /** The report of this end. */
    public CompleteRequest report(String actionId, int attempt, long logBytes, String logSha256) {
      return new CompleteRequest(
          actionId, attempt, outcome, steps, commit, images, logBytes, logSha256);
    }

    /** The report of this end, for a server that is not to wait for the log. */
    public CompleteRequest reportWithoutLog(String actionId, int attempt) {
      return new CompleteRequest(actionId, attempt, outcome, steps, commit, images, null, null);
    }

    /** Whether the attempt is given back, for another agent. */
    public boolean handedBack() {
      return outcome instanceof Outcome.HandedBack;
    }
  }

  /**
   * There is nothing to report: the attempt is, or will be, somebody else's.
   *
   * @param reason {@link StopReason#ABANDONED}, {@link StopReason#SHUT_DOWN} or {@link
   *     StopReason#LOST}
   */
  record LetGo(StopReason reason) implements BuildEnd {}
}
