package org.laassoa.builder.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How many files a disk can still take; only df(1) tells.
 *
 * @param all of the disk
 * @param free of them
 */
record Inodes(long all, long free) {

  private static final int ALL = 1;
  private static final int FREE = 3;

  /** Those of the disk that a folder is on; nothing where it has no fixed number. */
  static Optional<Inodes> of(Path folder) {
    try {
      Process df =
          new ProcessBuilder("df", "-Pi", folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(df.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return parse(text.lines().toList());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<Inodes> parse(List<String> lines) {
    String[] columns = lines.isEmpty() ? new String[0] : lines.getLast().trim().split("\\s+");
    try {
      Inodes inodes = new Inodes(Long.parseLong(columns[ALL]), Long.parseLong(columns[FREE]));
      return inodes.all == 0 ? Optional.empty() : Optional.of(inodes);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  double freePercent() {
    return 100.0 * free / all;
  }
}
