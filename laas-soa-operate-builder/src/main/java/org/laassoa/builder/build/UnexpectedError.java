package org.laassoa.builder.build;

import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

/** Puts what no step foresaw into words that can be shown: what it says may hold anything. */
public final class UnexpectedError {

  private static final Logger LOG = Logger.getLogger(UnexpectedError.class);

  private UnexpectedError() {}

  /**
   * How an attempt ends that met such an error. The error itself goes to the agent's own log.
   *
   * @param step the step that was running
   * @param actionId the action, for the agent's log
   */
  public static Outcome of(Exception error, String step, String actionId) {
    if (saysDiskFull(error)) {
      return new Outcome.InfrastructureFailed(
          step, FailureReason.DISK_FULL, "the agent's disk is full");
    }
    String incident = UUID.randomUUID().toString();
    LOG.errorf(error, "Incident %s: action %s failed in step %s", incident, actionId, step);
    return new Outcome.InfrastructureFailed(
        step,
        FailureReason.INTERNAL,
        "an error in the agent; its own log says more under incident " + incident);
  }

  /** Java has no exception of its own for a full disk: only the system's words tell. */
  private static boolean saysDiskFull(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof IOException
          && message != null
          && (message.contains("No space left") || message.contains("Disk quota exceeded"))) {
        return true;
      }
    }
    return false;
  }
}
