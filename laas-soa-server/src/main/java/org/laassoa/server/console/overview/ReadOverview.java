package org.laassoa.server.console.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.BuildLine;
import org.laassoa.server.build.BuildsNow;
import org.laassoa.server.build.WaitKinds;
import org.laassoa.server.configuration.project.ProjectRepository;

/** Reads what the first page shows, as far as the caller may know of it. */
@ApplicationScoped
class ReadOverview {

  private static final int RUNNING = 20;
  private static final int WAITING = 10;
  private static final int RECENT = 10;

  private final BuildsNow builds;
  private final Agents agents;
  private final ReadAttention attention;
  private final ReadPlots plots;
  private final ProjectRepository projects;

  ReadOverview(
      BuildsNow builds,
      Agents agents,
      ReadAttention attention,
      ReadPlots plots,
      ProjectRepository projects) {
    this.builds = builds;
    this.agents = agents;
    this.attention = attention;
    this.plots = plots;
    this.projects = projects;
  }

  Overview read(OverviewWords words) {
    boolean everything = projects.onlyVisible().isEmpty();
    List<AgentView> all = agents.list();
    List<BuildLine> recent = builds.ended(RECENT);
    return new Overview(
        builds.counts(),
        builds.running(RUNNING),
        builds.waiting(WAITING).stream()
            .map(build -> new WaitingBuild(build, WaitKinds.of(build, all)))
            .toList(),
        recent,
        everything ? Overview.Fleet.of(all) : null,
        attention.read(all, everything),
        plots.read(words),
        everything && recent.isEmpty() && projects.count() == 0);
  }
}
