package org.laassoa.server.log;

import java.util.Arrays;

/**
 * What a terminal would show of one line: carriage returns and backspaces move back and what
 * follows overwrites, escape sequences (ECMA-48) are not seen, other control characters and those
 * that turn the direction of text are shown as signs. The console's {@code ansi.js} follows the
 * same rules, since columns of matches are counted in this text.
 */
final class TerminalLine {

  private static final char ESCAPE = '\u001b';
  private static final char BELL = '\u0007';
  private static final int UNKNOWN = -2;

  private final String raw;
  private int[] cells = new int[64];
  private int length;
  private int cursor;
  private int at;

  /** How far cells are known to be blank: erased again and again they are filled once. */
  private int blank;

  /** Where the next ends of texts are, or -1: looked for once, however many texts begin. */
  private int stringAt = UNKNOWN;

  private int bellAt = UNKNOWN;

  private TerminalLine(String raw) {
    this.raw = raw;
  }

  /** The text that is seen, without colours. */
  static String shown(String raw) {
    return new TerminalLine(raw).render();
  }

  private String render() {
    while (at < raw.length()) {
      int c = raw.codePointAt(at);
      at += Character.charCount(c);
      switch (c) {
        case '\r' -> cursor = 0;
        case '\b' -> cursor = Math.max(0, cursor - 1);
        case BELL -> {}
        case ESCAPE -> escape();
        default -> put(sign(c));
      }
    }
    return new String(cells, 0, length);
  }

  /** What stands for a character that is not to be seen as itself. */
  private static int sign(int c) {
    if (c < 0x20 && c != '\t') {
      return 0x2400 + c;
    }
    boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    boolean breaks = c == 0x2028 || c == 0x2029;
    return (c >= 0x7f && c < 0xa0) || turns || breaks ? 0xfffd : c;
  }

  private void put(int c) {
    if (cursor == cells.length) {
      cells = Arrays.copyOf(cells, cursor * 2);
    }
    blank = Math.min(blank, cursor);
    cells[cursor++] = c;
    length = Math.max(length, cursor);
  }

  private void escape() {
    if (at == raw.length()) {
      return;
    }
    char kind = raw.charAt(at);
    if (kind == '[') {
      control();
    } else if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
      text();
    } else if (kind >= 0x20 && kind < 0x7f) {
      int end = skip(at, 0x20, 0x2f);
      at = end < raw.length() && in(end, 0x30, 0x7e) ? end + 1 : end;
    }
  }

  /** A control sequence: parameters, intermediate bytes, and what it does. */
  private void control() {
    int parameters = at + 1;
    int intermediate = skip(parameters, 0x30, 0x3f);
    int end = skip(intermediate, 0x20, 0x2f);
    at = end;
    if (end < raw.length() && in(end, 0x40, 0x7e)) {
      at++;
      if (raw.charAt(end) == 'K' && intermediate == end) {
        erase(raw.substring(parameters, end));
      }
    }
  }

  private void erase(String how) {
    if (how.equals("1") || how.equals("2")) {
      int end = Math.min(cursor, length);
      if (end > blank) {
        Arrays.fill(cells, blank, end, ' ');
        blank = end;
      }
    }
    if (!how.equals("1")) {
      length = Math.min(length, cursor);
    }
  }

  /** A title, a link's address and the like; one that does not end is text like any other. */
  private void text() {
    boolean bellEnds = raw.charAt(at) == ']';
    at++;
    if (stringAt != -1 && stringAt < at) {
      stringAt = raw.indexOf("\u001b\\", at);
    }
    if (bellEnds && bellAt != -1 && bellAt < at) {
      bellAt = raw.indexOf(BELL, at);
    }
    int string = stringAt;
    int bell = bellEnds ? bellAt : -1;
    if (bell >= 0 && (string < 0 || bell < string)) {
      at = bell + 1;
    } else if (string >= 0) {
      at = string + 2;
    }
  }

  private int skip(int position, int first, int last) {
    int end = position;
    while (end < raw.length() && in(end, first, last)) {
      end++;
    }
    return end;
  }

  private boolean in(int position, int first, int last) {
    return raw.charAt(position) >= first && raw.charAt(position) <= last;
  }
}
