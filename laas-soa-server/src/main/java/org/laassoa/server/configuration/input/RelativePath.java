package org.laassoa.server.configuration.input;

import java.util.Arrays;

/** Paths that stay below where they start. */
public final class RelativePath {
  private RelativePath() {}

  /**
   * Whether the path, with {@code /} between its segments, stays below where it starts on every
   * system: no empty segment (hence not absolute), no {@code .} or {@code ..}, no backslash, no
   * control characters.
   *
   * @param maxLength in characters
   */
  public static boolean isSafe(String path, int maxLength) {
    return Text.Rule.isOneLine(path, maxLength)
        && path.indexOf('\\') < 0
        && Arrays.stream(path.split("/", -1))
            .noneMatch(segment -> segment.isBlank() || segment.equals(".") || segment.equals(".."));
  }
}
