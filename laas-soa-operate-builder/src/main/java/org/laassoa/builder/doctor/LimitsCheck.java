package org.laassoa.builder.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laassoa.builder.disk.ByteSize;

/** What the system lets this process have. */
public final class LimitsCheck implements Check {

  private static final long FEW_FILES = 4096;
  private static final long FEW_PROCESSES = 1024;
  private static final long LITTLE_MEMORY = 512L << 20;

  private final Path proc;

  /** A check of this process. */
  public LimitsCheck() {
    this(Path.of("/proc"));
  }

  LimitsCheck(Path proc) {
    this.proc = proc;
  }

  @Override
  public String name() {
    return "limits";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    limit("Max open files", FEW_FILES, "raise ulimit -n, or LimitNOFILE of the unit")
        .ifPresent(findings::add);
    limit("Max processes", FEW_PROCESSES, "raise ulimit -u, or TasksMax of the unit")
        .ifPresent(findings::add);
    available().map(LimitsCheck::memory).ifPresent(findings::add);
    return findings;
  }

  /** See proc(5), /proc/pid/limits: the name in words, then soft limit, hard limit and unit. */
  private Optional<Finding> limit(String name, long few, String advice) {
    return line(proc.resolve("self/limits"), name)
        .map(line -> line.split("\\s+")[name.split(" ", -1).length])
        .map(
            soft ->
                soft.equals("unlimited") || Long.parseLong(soft) >= few
                    ? Finding.ok(name.toLowerCase(Locale.ROOT) + ": " + soft)
                    : Finding.warn(name.toLowerCase(Locale.ROOT) + ": " + soft, advice));
  }

  private Optional<Long> available() {
    return line(proc.resolve("meminfo"), "MemAvailable:")
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10);
  }

  private static Finding memory(long bytes) {
    String words = ByteSize.words(bytes) + " of memory are available";
    return bytes >= LITTLE_MEMORY
        ? Finding.ok(words)
        : Finding.warn(words, "lower --capacity, or give this machine more");
  }

  private static Optional<String> line(Path file, String beginning) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith(beginning))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
