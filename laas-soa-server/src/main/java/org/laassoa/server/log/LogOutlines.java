package org.laassoa.server.log;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.log.LogOutline.Step;
import org.laassoa.wire.StepReport;

/** Makes the outline of a log. */
final class LogOutlines {

  /** Where it is looked for an error in a step, in bytes: people wait for the answer. */
  private static final long LOOKED_AT = 32 * 1024 * 1024;

  private static final int LINE_BYTES = 16 * 1024;

  /** How far from its end the last line of a step that says something is looked for. */
  private static final int LAST_LINES = 200;

  private static final Pattern ERROR =
      Pattern.compile("error|fatal|exception|failed|cannot", Pattern.CASE_INSENSITIVE);

  private LogOutlines() {}

  /** The outline of a log that has bytes. */
  static LogOutline of(LogAttempt attempt, IndexedLog log) {
    List<Step> steps = attempt.steps().stream().map(step -> step(step, log)).toList();
    return new LogOutline(
        attempt.attempt(),
        log.index().bytes(),
        log.lines(),
        attempt.open(),
        attempt.claimedAt(),
        steps,
        attempt.failed() ? firstError(steps, log) : null);
  }

  /** The outline of a log without a byte. */
  static LogOutline empty(LogAttempt attempt) {
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

  private static @Nullable Long firstError(List<Step> steps, IndexedLog log) {
    for (Step step : steps) {
      Long first = step.firstLine();
      if (step.state().equals("failed") && first != null) {
        Long last = step.lastLine();
        return firstError(log, first, last == null ? log.lines() : last);
      }
    }
    return lastSaying(log, 1, log.lines());
  }

  private static @Nullable Long firstError(IndexedLog log, long first, long last) {
    LineCursor cursor = log.from(first, LINE_BYTES);
    long end = log.startOf(first) + LOOKED_AT;
    while (cursor.next() && cursor.number() <= last && cursor.offset() < end) {
      if (ERROR.matcher(cursor.shown()).find()) {
        return cursor.number();
      }
    }
    return lastSaying(log, first, last);
  }

  private static @Nullable Long lastSaying(IndexedLog log, long first, long last) {
    LineCursor cursor = log.from(Math.max(first, last - LAST_LINES + 1), LINE_BYTES);
    Long found = null;
    while (cursor.next() && cursor.number() <= last) {
      if (!cursor.shown().isBlank()) {
        found = cursor.number();
      }
    }
    return found;
  }
}
