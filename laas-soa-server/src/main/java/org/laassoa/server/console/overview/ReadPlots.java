package org.laassoa.server.console.overview;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.build.BuildStatistics;
import org.laassoa.server.build.QueueDay;
import org.laassoa.server.database.Json;

/** Reads the last day and makes its plots. */
@ApplicationScoped
class ReadPlots {

  private final BuildStatistics statistics;
  private final Json json;

  ReadPlots(BuildStatistics statistics, Json json) {
    this.statistics = statistics;
    this.json = json;
  }

  DayPlots read(OverviewWords words) {
    DrawDay draw = new DrawDay(words);
    QueueDay day = statistics.day();
    return new DayPlots(json.write(draw.depth(day)), json.write(draw.wait(day)));
  }
}
