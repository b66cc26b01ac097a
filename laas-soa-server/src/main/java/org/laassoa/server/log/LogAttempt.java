package org.laassoa.server.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionState;
import org.laassoa.wire.StepReport;

/**
 * An attempt whose log is looked at.
 *
 * @param attempt its number; 0 before the first
 * @param state of the action; null for an attempt that another one followed
 * @param claimedAt when it began; null before the first
 * @param steps as far as the agent has told them
 * @param bytes how many are stored of its log
 */
record LogAttempt(
    int attempt,
    @Nullable ActionState state,
    @Nullable Instant claimedAt,
    List<StepReport> steps,
    long bytes) {

  /** Whether more may come: it is the last attempt of a build that has not ended. */
  boolean open() {
    return state != null && !state.ended();
  }

  /** Whether the build failed in this attempt. */
  boolean failed() {
    return state == ActionState.FAILED;
  }
}
