package org.laassoa.endtoend.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
public final class Command {

  private Command() {}

  /**
   * How a program ended.
   *
   * @param exitCode 0 to 255
   * @param output standard output and error together, without white space at its ends
   */
  public record Result(int exitCode, String output) {}

  /** Runs a program in a folder and says how it ended. */
  public static Result run(Path directory, Map<String, String> environment, List<String> command) {
    return run(directory, environment, command, new byte[0]);
  }

  /** As above, with these bytes as its standard input: the place for secrets. */
  public static Result run(
      Path directory, Map<String, String> environment, List<String> command, byte[] input) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input);
      }
      var output = new ByteArrayOutputStream();
      process.getInputStream().transferTo(output);
      return new Result(process.waitFor(), output.toString(StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(command.getFirst() + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command.getFirst(), e);
    }
  }

  /**
   * Runs a program that must end well.
   *
   * @return its output
   * @throws IllegalStateException with the output, when the exit code is not 0
   */
  public static String require(
      Path directory, Map<String, String> environment, List<String> command) {
    Result result = run(directory, environment, command);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + result.exitCode() + ":\n" + result.output());
    }
    return result.output();
  }
}
