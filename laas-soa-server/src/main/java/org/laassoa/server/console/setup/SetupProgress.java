package org.laassoa.server.console.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.BuildFilter;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.Builds;
import org.laassoa.server.configuration.readymade.ReadyMadeView;
import org.laassoa.server.configuration.readymade.ReadyMades;
import org.laassoa.server.console.fleet.AgentRow;

/** Finds out how far the first set-up is: by what there is, so that it can be left at any time. */
@ApplicationScoped
class SetupProgress {
  private final Agents agents;
  private final Builds builds;
  private final ReadyMades readyMades;
  private final SetupEntries entries;

  SetupProgress(Agents agents, Builds builds, ReadyMades readyMades, SetupEntries entries) {
    this.agents = agents;
    this.builds = builds;
    this.readyMades = readyMades;
    this.entries = entries;
  }

  /** What there is now. */
  @Transactional
  SetupFacts facts() {
    return new SetupFacts(
        agents.list().stream().filter(AgentView::online).map(AgentRow::of).toList(),
        entries.registries(),
        entries.gitServers(),
        readyMades.list(),
        entries.configurations(),
        entries.projects(),
        newest(null, "succeeded").isPresent());
  }

  /** The image that a ready-made configuration builds in, as it is set now; else empty. */
  @Transactional
  String environmentImage(@Nullable ReadyMadeView picked) {
    return picked == null ? "" : entries.image(picked.buildEnvironment());
  }

  /** The newest build of a project, with why it waits; nothing before the first. */
  Optional<BuildView> newest(String project) {
    return newest(project, null);
  }

  private Optional<BuildView> newest(@Nullable String project, @Nullable String state) {
    return builds.list(new BuildFilter(project, null, state, null, "", 0, 1)).items().stream()
        .findFirst();
  }
}
