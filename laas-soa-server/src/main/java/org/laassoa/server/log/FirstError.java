package org.laassoa.server.log;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.log.LogOutline.Step;

/** Finds the line to look at first in the log of an attempt that failed. */
final class FirstError {

  /** Where it is looked for an error in a step, in bytes: people wait for the answer. */
  private static final long LOOKED_AT = 32 * 1024 * 1024;

  private static final int LINE_BYTES = 16 * 1024;

  /** How far from its end the last line of a step that says something is looked for. */
  private static final int LAST_LINES = 200;

  private static final Pattern ERROR =
      Pattern.compile("error|fatal|exception|failed|cannot", Pattern.CASE_INSENSITIVE);

  private FirstError() {}

  /** The line, or null where no line says anything. */
  static @Nullable Long in(IndexedLog log, List<Step> steps) {
    for (Step step : steps) {
      Long first = step.firstLine();
      if (step.state().equals("failed") && first != null) {
        Long last = step.lastLine();
        return between(log, first, last == null ? log.lines() : last);
      }
    }
    return lastSaying(log, 1, log.lines());
  }

  private static @Nullable Long between(IndexedLog log, long first, long last) {
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
