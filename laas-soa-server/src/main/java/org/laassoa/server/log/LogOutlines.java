package org.laassoa.server.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.log.LogOutline.Step;
import org.laassoa.wire.StepReport;

/** Makes the outlines of logs. */
@ApplicationScoped
class LogOutlines {

  private final FirstErrors firstErrors = new FirstErrors();

  /**
   * The outline of a log that has bytes.
   *
   * @param build whose log it is
   */
  LogOutline of(String build, LogAttempt attempt, IndexedLog log) {
    List<Step> steps = attempt.steps().stream().map(step -> step(step, log)).toList();
    return new LogOutline(
        attempt.attempt(),
        log.index().bytes(),
        log.lines(),
        attempt.open(),
        attempt.claimedAt(),
        steps,
        attempt.failed()
            ? firstErrors.of(build, attempt.attempt(), () -> FirstError.in(log, steps))
            : null);
  }

  /** The outline of a log without a byte. */
  LogOutline empty(LogAttempt attempt) {
    List<Step> steps = attempt.steps().stream().map(step -> step(step, null, null)).toList();
    return new LogOutline(
        attempt.attempt(), 0, 0, attempt.open(), attempt.claimedAt(), steps, null);
  }

  private static Step step(StepReport step, IndexedLog log) {
    Long from = step.logFrom();
    Long to = step.logTo();
    if (from == null || from >= log.index().bytes() || (to != null && to <= from)) {
      return step(step, null, null);
    }
    Long last = to == null ? null : log.lineAt(Math.min(to, log.index().bytes()) - 1);
    return step(step, log.lineAt(from), last);
  }

  private static Step step(StepReport step, @Nullable Long first, @Nullable Long last) {
    return new Step(step.name(), step.state(), step.startedAt(), step.endedAt(), first, last);
  }
}
