package org.laassoa.builder.execution;

import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

/** A step could not do its work; says how the attempt ends. */
public final class BuildFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  /** A failure with that outcome; never {@link Outcome.Succeeded}. */
  public BuildFailure(Outcome outcome) {
    super(outcome.describe());
    this.outcome = outcome;
  }

  /** What the build was given cannot be used. */
  public static BuildFailure input(StepName step, FailureReason reason, String detail) {
    return new BuildFailure(new Outcome.InputFailed(step.wireName(), reason, detail));
  }

  /** Something of ours broke. */
  public static BuildFailure infrastructure(StepName step, FailureReason reason, String detail) {
    return new BuildFailure(new Outcome.InfrastructureFailed(step.wireName(), reason, detail));
  }

  /** How the attempt ends. */
  public Outcome outcome() {
    return outcome;
  }
}
