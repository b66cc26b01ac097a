package org.laassoa.server.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.log.LogMatches.Match;
import org.laassoa.server.log.LogMatches.Range;

/**
 * Searches lines for some time.
 *
 * @param pattern what for
 * @param limit how many lines with matches at most
 * @param budget how long at most; at least one line is searched
 */
record LogSearch(LogPattern pattern, int limit, Duration budget) {

  /** The most of one line that is searched, in bytes. */
  static final int LINE_BYTES = 512 * 1024;

  /** How many bytes are searched between two looks at the clock. */
  private static final int STRIDE = 64 * 1024;

  /**
   * What was found.
   *
   * @param matches lines with matches, in order
   * @param count how many matches
   * @param partly lines of which only the beginning was searched, in order
   * @param next the line to go on from, or null at the end
   */
  record Found(List<Match> matches, int count, List<Long> partly, @Nullable Long next) {}

  /** Searches from a line on. */
  Found in(IndexedLog log, long from) {
    long deadline = System.nanoTime() + budget.toNanos();
    List<Match> matches = new ArrayList<>();
    List<Long> partly = new ArrayList<>();
    int count = 0;
    LineCursor cursor = log.from(from, LINE_BYTES);
    long look = 0;
    while (cursor.next()) {
      List<Range> ranges = pattern.in(cursor.shown());
      if (!ranges.isEmpty()) {
        matches.add(new Match(cursor.number(), ranges));
        count += ranges.size();
      }
      if (cursor.cut()) {
        partly.add(cursor.number());
      }
      look += cursor.length() + 1;
      boolean late = look >= STRIDE && System.nanoTime() > deadline;
      if (look >= STRIDE) {
        look = 0;
      }
      if ((late || matches.size() == limit) && cursor.number() < log.lines()) {
        return new Found(matches, count, partly, cursor.number() + 1);
      }
    }
    return new Found(matches, count, partly, null);
  }
}
