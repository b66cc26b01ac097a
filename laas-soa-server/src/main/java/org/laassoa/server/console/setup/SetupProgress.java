package org.laassoa.server.console.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.BuildFilter;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.Builds;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationView;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurations;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.environment.BuildEnvironments;
import org.laassoa.server.configuration.gitserver.GitServers;
import org.laassoa.server.configuration.project.Projects;
import org.laassoa.server.configuration.readymade.ReadyMadeView;
import org.laassoa.server.configuration.readymade.ReadyMades;
import org.laassoa.server.configuration.registry.ImageRegistries;
import org.laassoa.server.console.fleet.AgentRow;

/** Finds out how far the first set-up is: by what there is, so that it can be left at any time. */
@ApplicationScoped
class SetupProgress {
  private final Agents agents;
  private final Builds builds;
  private final ReadyMades readyMades;
  private final Kinds kinds;
  private final EntryContext context;

  SetupProgress(
      Agents agents, Builds builds, ReadyMades readyMades, Kinds kinds, EntryContext context) {
    this.agents = agents;
    this.builds = builds;
    this.readyMades = readyMades;
    this.kinds = kinds;
    this.context = context;
  }

  /** The kinds of configuration that a first build needs. */
  @ApplicationScoped
  static class Kinds {
    private final ImageRegistries registries;
    private final GitServers gitServers;
    private final BuildConfigurations configurations;
    private final BuildEnvironments environments;
    private final Projects projects;

    Kinds(
        ImageRegistries registries,
        GitServers gitServers,
        BuildConfigurations configurations,
        BuildEnvironments environments,
        Projects projects) {
      this.registries = registries;
      this.gitServers = gitServers;
      this.configurations = configurations;
      this.environments = environments;
      this.projects = projects;
    }
  }

  /** What there is now. */
  @Transactional
  SetupFacts facts() {
    return new SetupFacts(
        agents.list().stream().filter(AgentView::online).map(AgentRow::of).toList(),
        all(kinds.registries),
        all(kinds.gitServers),
        readyMades.list(),
        all(kinds.configurations).stream().map(BuildConfigurationView::name).toList(),
        all(kinds.projects),
        !builds.list(filter(null, "succeeded")).items().isEmpty());
  }

  /** The image that a ready-made configuration builds in, as it is set now; else empty. */
  @Transactional
  String environmentImage(@Nullable String configuration, SetupFacts facts) {
    return facts.readyMades().stream()
        .filter(one -> one.name().equals(configuration))
        .findFirst()
        .map(ReadyMadeView::buildEnvironment)
        .flatMap(kinds.environments.repository()::findByName)
        .map(BuildEnvironment::getImage)
        .orElse("");
  }

  /** The newest build of a project, with why it waits; nothing before the first. */
  List<BuildView> newest(String project) {
    return builds.list(filter(project, null)).items();
  }

  private static BuildFilter filter(@Nullable String project, @Nullable String state) {
    return new BuildFilter(project, null, state, null, "", 0, 1);
  }

  private <E extends ConfigurationEntry, R extends EntryRequest, V> List<V> all(
      EntryKind<E, R, V> kind) {
    return new Entries<>(kind, context).list(new PageQuery()).items();
  }
}
