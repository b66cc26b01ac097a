package org.laassoa.server.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through the lines of a log. However long a line is, no more of it is kept than was asked
 * for: of the rest only the chunk that ends it is read.
 */
final class LineCursor {

  private static final int PIECE = 256 * 1024;

  private final IndexedLog log;
  private final int most;
  private byte[] piece = new byte[0];
  private long pieceStart;
  private long number;
  private long offset;
  private long next;
  private int from;
  private int to;
  private boolean cut;

  LineCursor(IndexedLog log, long line, int most) {
    this.log = log;
    this.most = most;
    this.number = line - 1;
    this.next = line > log.lines() ? log.index().bytes() : log.startOf(line);
  }

  /** Goes to the next line; false at the end of the log. */
  boolean next() {
    if (next >= log.index().bytes()) {
      return false;
    }
    offset = next;
    number++;
    from = (int) (offset - pieceStart);
    int end = from >= 0 && from < piece.length ? feed(from) : -1;
    if (end < 0) {
      fill();
      end = feed(0);
    }
    boolean whole = end >= 0 || pieceStart + piece.length == log.index().bytes();
    next = end >= 0 ? pieceStart + end + 1 : whole ? log.index().bytes() : afterLongLine();
    to = end >= 0 ? end : piece.length;
    cut = !whole || to - from > most;
    if (cut) {
      to = from + Math.min(most, to - from);
    } else if (to > from && end >= 0 && piece[to - 1] == '\r') {
      to--;
    }
    return true;
  }

  private long afterLongLine() {
    return log.index().ended(number) ? log.endOf(number) : log.index().bytes();
  }

  private void fill() {
    piece = log.read(offset, Math.max(PIECE, most));
    pieceStart = offset;
    from = 0;
  }

  private int feed(int at) {
    for (int i = at; i < piece.length; i++) {
      if (piece[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Where in the log it begins. */
  long offset() {
    return offset;
  }

  /** How many of its bytes are here, without what ends it. */
  int length() {
    return to - from;
  }

  /** Whether there is more of it. */
  boolean cut() {
    return cut;
  }

  /** Where in the log it ends, with what ends it. */
  long end() {
    return next;
  }

  /** Whether carriage returns go back in it. */
  boolean rewritten() {
    for (int i = from; i < to; i++) {
      if (piece[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Whether it is nothing but printable ASCII and tabs. */
  boolean plain() {
    for (int i = from; i < to; i++) {
      byte b = piece[i];
      if ((b < 0x20 && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** Its text; what is no UTF-8 is replaced, and what is cut is cut between characters. */
  String text() {
    if (plain()) {
      return new String(piece, from, to - from, StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = Arrays.copyOfRange(piece, from, to);
    int length = cut ? Utf8Border.before(bytes) : bytes.length;
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** What a terminal would show of it. */
  String shown() {
    return plain() ? text() : TerminalLine.shown(text());
  }
}
