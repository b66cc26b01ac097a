package org.laassoa.builder.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Finds many byte strings at once, in one table look-up a byte (Aho and Corasick, "Efficient string
 * matching", 1975). States are row offsets into one flat table; bytes that no string contains share
 * one column, which keeps the table small enough for the processor's caches.
 */
final class SecretAutomaton {

  /** The state before the first byte. */
  static final int START = 0;

  private final byte[] columnOf = new byte[256];
  private final int columns;

  /** By byte: whether a string begins with it. */
  private final boolean[] begins = new boolean[256];

  /** The next state, by state and column; inverted ({@code ~state}) where a string ends in it. */
  private final int[] next;

  /** By row: how many of the last bytes may still begin a string. */
  private final int[] depth;

  /** By row: the length of the longest string that ends here, 0 for none. */
  private final int[] matched;

  /** An automaton for these strings of one byte a character, none of them empty. */
  SecretAutomaton(Collection<String> strings) {
    int used = 1;
    int rows = 1;
    for (String string : strings) {
      rows += string.length();
      for (int i = 0; i < string.length(); i++) {
        if (columnOf[string.charAt(i)] == 0) {
          columnOf[string.charAt(i)] = (byte) used++;
        }
      }
    }
    columns = used;
    next = new int[Math.multiplyExact(rows, columns)];
    depth = new int[rows];
    matched = new int[rows];
    linkFailures(buildTree(strings));
    for (int b = 0; b < begins.length; b++) {
      begins[b] = step(START, (byte) b) != START;
    }
  }

  private int buildTree(Collection<String> strings) {
    int rows = 1;
    for (String string : strings) {
      int row = 0;
      for (byte b : string.getBytes(StandardCharsets.ISO_8859_1)) {
        int cell = row * columns + column(b);
        if (next[cell] == 0) {
          depth[rows] = depth[row] + 1;
          next[cell] = rows++;
        }
        row = next[cell];
      }
      matched[row] = string.length();
    }
    return rows;
  }

  /** Breadth first: turns the tree of rows into the table of states. */
  private void linkFailures(int rows) {
    int[] failure = new int[rows];
    int[] queue = new int[rows];
    int tail = 1;
    for (int head = 0; head < tail; head++) {
      int row = queue[head];
      for (int column = 0; column < columns; column++) {
        int cell = row * columns + column;
        int shorter = row == 0 ? 0 : next[failure[row] * columns + column];
        int child = next[cell];
        if (child == 0) {
          next[cell] = shorter;
        } else {
          failure[child] = shorter;
          matched[child] = Math.max(matched[child], matched[shorter]);
          queue[tail++] = child;
        }
      }
    }
    for (int cell = 0; cell < rows * columns; cell++) {
      int row = next[cell];
      next[cell] = matched[row] > 0 ? ~(row * columns) : row * columns;
    }
  }

  private int column(byte b) {
    return columnOf[b & 0xff] & 0xff;
  }

  /** The state after one more byte, or {@code ~state} when a string ends with that byte. */
  int step(int state, byte b) {
    return next[state + column(b)];
  }

  /**
   * Where, in the state {@link #START}, the next byte is that a string begins with. Steps depend on
   * each other, and this does not: it takes a third of the time.
   *
   * @return its index, or {@code to} when there is none
   */
  int firstCandidate(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && !begins[bytes[i] & 0xff]) {
      i++;
    }
    return i;
  }

  /** How many of the last bytes may still begin a string. */
  int depth(int state) {
    return depth[state / columns];
  }

  /** The length of the longest string that ends in this state. */
  int matched(int state) {
    return matched[state / columns];
  }

  /** The most bytes that {@link #depth} can ask to hold back. */
  int greatestDepth() {
    return Arrays.stream(depth).max().orElse(0);
  }
}
