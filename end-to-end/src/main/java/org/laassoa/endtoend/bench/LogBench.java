package org.laassoa.endtoend.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.Step;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * A large log from the script of a real agent to stored and proven whole: from the start of the
 * script to the end of the build, beside a copy of the same bytes on the same disk.
 */
final class LogBench {

  private static final String PROJECT = "printing";

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int megabytes;
  private final int rounds;
  private final ProcessMeter server;

  LogBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.megabytes = scale.of(200, 4);
    this.rounds = scale.of(3, 1);
    this.server = new ProcessMeter(world.server().process().pid());
  }

  void run() throws IOException, InterruptedException {
    GitRepository.create(world.git().root(), PROJECT + ".git", world.folder().resolve(PROJECT))
        .write("README", "prints a file\n")
        .commit("Nothing to build");
    world.project(
        PROJECT, world.daemon().url(PROJECT + ".git").toString(), "none", "cat \"$PRINTED\"\n");
    try (PackagedAgent agent = world.agent("process")) {
      for (LogBytes kind : LogBytes.values()) {
        LogFile file = LogFile.create(world.folder().resolve("printed-" + kind), kind, megabytes);
        measure(kind, file);
        Files.delete(file.path());
      }
    }
  }

  private void measure(LogBytes kind, LogFile file) throws IOException, InterruptedException {
    build(file.path());
    server.forgetPeak();
    double before = server.peakMemory();
    List<Double> rates = new ArrayList<>();
    List<Double> copies = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Build build = build(file.path());
      rates.add(file.length() / 1e3 / printing(build));
      copies.add(file.length() / 1e3 / file.copyDurably());
      requireWhole(build, file);
    }
    double grown = server.peakMemory() - before;
    String log = kind.name().toLowerCase(Locale.ROOT);
    Figure copy = Figure.of("file_copy_with_fsync", "MB/s", Spread.of(copies).p50());
    report.accept(copy);
    report.accept(
        Figure.of("log_from_agent", "MB/s", Spread.of(rates).p50())
            .under("log", log)
            .under("megabytes", megabytes)
            .under("intact", true)
            .comparedTo(copy)
            .mustReach(Target.atLeast(Measure.VALUE, 100)));
    report.accept(
        Figure.of("log_server_memory_growth", "MB", grown)
            .under("log", log)
            .under("megabytes", megabytes)
            .mustReach(Target.atMost(Measure.VALUE, 50)));
  }

  private Build build(Path printed) throws InterruptedException {
    return world.build(PROJECT, Map.of("PRINTED", printed.toString()));
  }

  /** From the start of the script to the end of the build, in milliseconds. */
  private static double printing(Build build) {
    Instant start = Instant.parse(Objects.requireNonNull(build.step("compile").startedAt()));
    Instant end = Instant.parse(Objects.requireNonNull(build.endedAt()));
    return Duration.between(start, end).toNanos() / 1e6;
  }

  /** The server says so itself, and what it gives back is what the script printed. */
  private void requireWhole(Build build, LogFile file) throws IOException, InterruptedException {
    Step step = build.step("compile");
    long from = Objects.requireNonNull(step.logFrom());
    MessageDigest stored = LogBytes.sha256();
    try (InputStream log = world.api().openLog(build.id())) {
      log.skipNBytes(from);
      byte[] buffer = new byte[1 << 16];
      for (long left = Objects.requireNonNull(step.logTo()) - from; left > 0; ) {
        int read = log.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new EOFException("the stored log is shorter than it should be");
        }
        stored.update(buffer, 0, read);
        left -= read;
      }
    }
    if (!Boolean.TRUE.equals(build.logIntact()) || !LogBytes.hex(stored).equals(file.sha256())) {
      throw new IllegalStateException("the log is not what was printed: " + build);
    }
  }
}
