package org.laassoa.endtoend.architecture;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the table of packages in docs/architecture.md: package, meaning, whom it may use. */
final class PackageTable {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)` \\|[^|\\n]*\\|([^|\\n]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

  private PackageTable() {}

  /** Whom each package may use, all without {@code org.laassoa.} in front. */
  static SortedMap<String, SortedSet<String>> read(Path page) throws IOException {
    String text = Files.readString(page);
    String section = text.substring(text.indexOf("\n## Packages\n") + 1);
    section = section.substring(0, section.indexOf("\n## "));
    SortedMap<String, SortedSet<String>> mayUse = new TreeMap<>();
    ROW.matcher(section)
        .results()
        .forEach((MatchResult row) -> mayUse.put(row.group(1), names(row.group(2))));
    return mayUse;
  }

  private static SortedSet<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
