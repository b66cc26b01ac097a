package org.laassoa.server.console.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.configuration.script.ScriptDiff;

/**
 * What differs between two versions, line by line.
 *
 * @param from the number of the one
 * @param to the number of the other
 * @param files what differs in each file
 */
record DiffView(int from, int to, List<FileView> files) {

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

  /**
   * A file that differs.
   *
   * @param name its name
   * @param change what became of it, in words
   * @param tooLong whether it is too long to be compared
   * @param lines what differs, with a few lines around
   */
  record FileView(String name, String change, boolean tooLong, List<Line> lines) {}

  /**
   * A line.
   *
   * @param kind {@code added}, {@code removed}, {@code same}, or {@code gap} before a part
   * @param before its number before; empty where it was not there
   * @param after its number after; empty where it is not there any more
   * @param sign {@code +}, {@code -}, or a space
   * @param text what it says
   */
  record Line(String kind, String before, String after, String sign, String text) {}

  static DiffView of(ScriptDiff diff, ConfigurationWords words) {
    return new DiffView(
        diff.from(),
        diff.to(),
        diff.files().stream()
            .map(
                file ->
                    new FileView(
                        file.file(),
                        words.change_of(file.change().wireName()),
                        file.diff() == null,
                        lines(file.diff() == null ? "" : file.diff())))
            .toList());
  }

  /** Reads the unified format, whose first two lines name the files. */
  static List<Line> lines(String unified) {
    List<Line> lines = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (String line : unified.lines().skip(2).toList()) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        before = Integer.parseInt(hunk.group(1));
        after = Integer.parseInt(hunk.group(2));
        lines.add(new Line("gap", "", "", "", line));
        continue;
      }
      String text = line.isEmpty() ? "" : line.substring(1);
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '+' -> lines.add(new Line("added", "", "" + after++, "+", text));
        case '-' -> lines.add(new Line("removed", "" + before++, "", "-", text));
        default -> lines.add(new Line("same", "" + before++, "" + after++, " ", text));
      }
    }
    return lines;
  }
}
