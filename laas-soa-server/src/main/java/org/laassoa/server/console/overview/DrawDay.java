package org.laassoa.server.console.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.QueueDay;
import org.laassoa.server.console.PlotData;

/** Makes the plots of a day. */
final class DrawDay {

  private final OverviewWords words;

  /** In these words. */
  DrawDay(OverviewWords words) {
    this.words = words;
  }

  /** How many builds waited. */
  PlotData depth(QueueDay day) {
    List<Long> x = new ArrayList<>();
    List<@Nullable Double> y = new ArrayList<>();
    long most = 0;
    for (QueueDay.Depth depth : day.depths()) {
      x.add(depth.at().getEpochSecond());
      y.add((double) depth.builds());
      most = Math.max(most, depth.builds());
    }
    long last = day.depths().isEmpty() ? 0 : day.depths().getLast().builds();
    return PlotData.overTime(x, List.of(y), words.depth_essence(most, last));
  }

  /** How long builds waited; the plot is of the whole day, also where no build was taken. */
  PlotData wait(QueueDay day) {
    List<Long> x = new ArrayList<>();
    List<@Nullable Double> median = new ArrayList<>();
    List<@Nullable Double> high = new ArrayList<>();
    if (!day.depths().isEmpty()) {
      edge(day.depths().getFirst().at(), x, median, high);
    }
    for (QueueDay.Wait wait : day.waits()) {
      if (!x.isEmpty() && x.getLast() >= wait.at().getEpochSecond()) {
        x.removeLast();
        median.removeLast();
        high.removeLast();
      }
      x.add(wait.at().getEpochSecond());
      median.add(wait.median());
      high.add(wait.high());
    }
    if (!day.depths().isEmpty()
        && day.depths().getLast().at().getEpochSecond() > (x.isEmpty() ? 0 : x.getLast())) {
      edge(day.depths().getLast().at(), x, median, high);
    }
    return PlotData.overTime(x, List.of(median, high), essence(day));
  }

  private static void edge(
      Instant at, List<Long> x, List<@Nullable Double> median, List<@Nullable Double> high) {
    x.add(at.getEpochSecond());
    median.add(null);
    high.add(null);
  }

  private String essence(QueueDay day) {
    if (day.waits().isEmpty()) {
      return words.wait_essence_none();
    }
    QueueDay.Wait last = day.waits().getLast();
    return words.wait_essence(seconds(last.median()), seconds(last.high()));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
  }
}
