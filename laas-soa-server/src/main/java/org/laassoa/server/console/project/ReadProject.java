package org.laassoa.server.console.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.ProjectHistory;
import org.laassoa.server.database.Json;

/** Reads what the builds of a project say about it. */
@ApplicationScoped
class ReadProject {

  private static final int TREND = 50;

  private final ProjectHistory history;
  private final Json json;

  ReadProject(ProjectHistory history, Json json) {
    this.history = history;
    this.json = json;
  }

  /** The newest build of each branch and tag. */
  List<BuildLine> branches(ProjectHistory.Of project) {
    return history.branches(project);
  }

  /**
   * How its newest builds went, or null while there are not two of them.
   *
   * @param ref of this branch or tag only, or null
   */
  @Nullable Trend trend(ProjectHistory.Of project, @Nullable String ref, ProjectWords words) {
    List<BuildLine> builds = history.trend(project, ref, TREND);
    if (builds.size() < 2) {
      return null;
    }
    DrawTrend draw = new DrawTrend(builds, words);
    return new Trend(json.write(draw.durations()), json.write(draw.success()));
  }
}
