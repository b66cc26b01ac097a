package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a script's processes whatever becomes of the agent. The shell that runs the
 * script writes it: its own process id as the first line, before the script begins, and the exit
 * code as the second, when it has ended. A line that is not complete does not count.
 *
 * @param file its name is the script's
 */
record ScriptRecord(Path file) {

  private static final int PID = 0;
  private static final int EXIT_CODE = 1;

  /** What all processes of the script have in their environment, and no other has. */
  String cookie() {
    return file.getFileName().toString();
  }

  void create() throws IOException {
    Files.createFile(file);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** The shell's process id; nothing when the script never began. */
  Optional<Long> pid() {
    return line(PID).map(Long::valueOf);
  }

  /** The script's exit code, 0 to 255; nothing before its end, or when the shell was killed. */
  Optional<Integer> exitCode() {
    return line(EXIT_CODE).map(Integer::valueOf);
  }

  private Optional<String> line(int number) {
    try {
      String text = exists() ? Files.readString(file, StandardCharsets.US_ASCII) : "";
      List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
      return number < lines.size() ? Optional.of(lines.get(number)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteQuietly() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Found at the next start: its cookie belongs to no process then.
    }
  }
}
