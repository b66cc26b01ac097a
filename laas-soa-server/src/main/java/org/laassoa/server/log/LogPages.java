package org.laassoa.server.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.laassoa.server.log.LogPage.Line;

/** Reads pages of lines. */
final class LogPages {

  /** The most of one line that is told, in bytes. */
  static final int LINE_BYTES = 16 * 1024;

  /** A page whose lines are longer than this together ends early. */
  static final int PAGE_BYTES = 2 * 1024 * 1024;

  private LogPages() {}

  /**
   * Lines from one on.
   *
   * @param from from 1; less than 0 counts from the end, -1 is the last line
   * @param count how many at most
   */
  static List<Line> read(IndexedLog log, long from, int count) {
    long first = from < 0 ? Math.max(1, log.lines() + 1 + from) : from;
    LineCursor cursor = log.from(first, LINE_BYTES);
    List<Line> lines = new ArrayList<>();
    int bytes = 0;
    while (lines.size() < count && bytes < PAGE_BYTES && cursor.next()) {
      bytes += cursor.length();
      lines.add(
          new Line(
              cursor.number(),
              cursor.offset(),
              log.index().receivedAt(cursor.offset()),
              cursor.cut() && cursor.rewritten() ? lastState(log, cursor) : cursor.text(),
              cursor.cut() ? true : null));
    }
    return lines;
  }

  /** A progress bar that wrote over itself for long: what it says last, not what it said first. */
  private static String lastState(IndexedLog log, LineCursor cursor) {
    byte[] end = log.read(cursor.end() - LINE_BYTES, LINE_BYTES);
    String text = new String(end, StandardCharsets.UTF_8).stripTrailing();
    int back = text.indexOf('\r');
    return back < 0 ? cursor.text() : text.substring(back + 1);
  }
}
