package org.laassoa.server.console.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.console.PlotData;

/** Makes the plots of a project's newest builds, the oldest of them first. */
final class DrawTrend {

  private static final int WINDOW = 10;
  private static final double MILLIS = 1000;

  private final List<BuildLine> builds;
  private final ProjectWords words;

  DrawTrend(List<BuildLine> builds, ProjectWords words) {
    this.builds = builds;
    this.words = words;
  }

  /** How long they took: those that succeeded, and those that failed. */
  PlotData durations() {
    List<@Nullable Double> succeeded = new ArrayList<>();
    List<@Nullable Double> failed = new ArrayList<>();
    for (BuildLine build : builds) {
      double seconds = seconds(build);
      succeeded.add(isSuccess(build) ? seconds : null);
      failed.add(isSuccess(build) ? null : seconds);
    }
    double[] sorted = builds.stream().mapToDouble(DrawTrend::seconds).sorted().toArray();
    return plot(
        List.of(succeeded, failed),
        words.durations_essence(builds.size(), Math.round(sorted[sorted.length / 2])));
  }

  /** The share of each build and the nine before it that succeeded, 0 to 1. */
  PlotData success() {
    List<@Nullable Double> share = new ArrayList<>();
    for (int i = 0; i < builds.size(); i++) {
      List<BuildLine> window = builds.subList(Math.max(0, i - WINDOW + 1), i + 1);
      share.add((double) window.stream().filter(DrawTrend::isSuccess).count() / window.size());
    }
    long good = builds.stream().filter(DrawTrend::isSuccess).count();
    return plot(List.of(share), words.success_essence(good, builds.size()));
  }

  private PlotData plot(List<List<@Nullable Double>> series, String essence) {
    List<Long> places = new ArrayList<>();
    for (int i = 1; i <= builds.size(); i++) {
      places.add((long) i);
    }
    return new PlotData(
        places,
        builds.stream().map(build -> "#" + build.id()).toList(),
        builds.stream().map(build -> "/builds/" + build.id()).toList(),
        series,
        essence);
  }

  private static boolean isSuccess(BuildLine build) {
    return build.state().equals("succeeded");
  }

  private static double seconds(BuildLine build) {
    return Duration.between(
                Objects.requireNonNull(build.startedAt()), Objects.requireNonNull(build.endedAt()))
            .toMillis()
        / MILLIS;
  }
}
