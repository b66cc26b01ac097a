package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LogStream;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/** How far the live view of a log lags: from a script's `date` to a follower reading its line. */
final class LiveLogBench {

  private static final String PROJECT = "ticking";

  /** Seconds and nanoseconds since 1970; a whole line, since it may come in pieces. */
  private static final Pattern PRINTED = Pattern.compile("(?m)^(\\d{10})(\\d{9})\n");

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int lines;

  LiveLogBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.lines = scale.of(200, 20);
  }

  void run() throws IOException, InterruptedException {
    GitRepository.create(world.git().root(), PROJECT + ".git", world.folder().resolve(PROJECT))
        .write("README", "prints the time\n")
        .commit("Nothing to build");
    world.project(
        PROJECT,
        world.daemon().url(PROJECT + ".git").toString(),
        "none",
        """
        i=0
        while [ $i -lt %d ]; do
          date +%%s%%N
          sleep 0.05
          i=$((i + 1))
        done
        """
            .formatted(lines));
    try (PackagedAgent agent = world.agent("process")) {
      Build build = world.api().enqueue(PROJECT, "branch", "main", Map.of());
      report.accept(
          Figure.times("live_log_lag", lags(build)).mustReach(Target.atMost(Measure.P99, 200)));
    }
  }

  private List<Double> lags(Build build) throws IOException, InterruptedException {
    List<Double> lags = new ArrayList<>();
    StringBuilder unread = new StringBuilder();
    try (LogStream stream = world.api().logStream(build.id(), null)) {
      while (stream.next() instanceof LogStream.Event.Text text) {
        Instant now = Instant.now();
        unread.append(text.text());
        Matcher line = PRINTED.matcher(unread);
        int read = 0;
        while (line.find()) {
          Instant printed =
              Instant.ofEpochSecond(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
          lags.add(Duration.between(printed, now).toNanos() / 1e6);
          read = line.end();
        }
        unread.delete(0, read);
      }
    }
    if (lags.size() != lines) {
      throw new IllegalStateException("saw " + lags.size() + " of " + lines + " lines");
    }
    return lags;
  }
}
