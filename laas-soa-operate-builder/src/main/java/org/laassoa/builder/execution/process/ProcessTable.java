package org.laassoa.builder.execution.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The processes of the host, as Linux's {@code /proc} lists them (proc(5)). */
final class ProcessTable {

  private static final Path PROC = Path.of("/proc");
  private static final long PAGE_BYTES = 4096;

  private ProcessTable() {}

  /** The processes of a session or group, living ones only. */
  static LongStream inSession(long session) {
    return stats(stat -> stat.session == session || stat.group == session).mapToLong(Stat::pid);
  }

  /** The processes that were started with such an environment variable, by whatever detours. */
  static LongStream withVariable(String assignment) {
    String wanted = "\0" + assignment + "\0";
    return stats(stat -> environment(stat.pid).contains(wanted)).mapToLong(Stat::pid);
  }

  /** Whether there is such a process, and it was started with such an environment variable. */
  static boolean hasVariable(long pid, String assignment) {
    return environment(pid).contains("\0" + assignment + "\0");
  }

  /** Resident memory of a session, in bytes; pages that processes share count for each. */
  static long residentBytes(long session) {
    return stats(stat -> stat.session == session || stat.group == session)
        .mapToLong(stat -> stat.residentPages * PAGE_BYTES)
        .sum();
  }

  private static Stream<Stat> stats(Predicate<Stat> wanted) {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .flatMap(entry -> read(entry).stream())
          .filter(wanted)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("the host's processes cannot be listed", e);
    }
  }

  /** Nothing for a process that has ended meanwhile, or is a zombie. */
  private static Optional<Stat> read(Path entry) {
    try {
      String text = Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1);
      // The command's name, in parentheses, may hold anything; counted from behind it, field 3
      // of the manual is the first.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).trim().split(" ");
      if (fields[0].equals("Z") || fields[0].equals("X")) {
        return Optional.empty();
      }
      return Optional.of(
          new Stat(
              Long.parseLong(entry.getFileName().toString()),
              Long.parseLong(fields[2]),
              Long.parseLong(fields[3]),
              Long.parseLong(fields[21])));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String environment(long pid) {
    try {
      Path file = PROC.resolve(Long.toString(pid)).resolve("environ");
      return "\0" + Files.readString(file, StandardCharsets.ISO_8859_1) + "\0";
    } catch (IOException e) {
      // Ended meanwhile, or somebody else's: not one of ours.
      return "";
    }
  }

  private record Stat(long pid, long group, long session, long residentPages) {}
}
