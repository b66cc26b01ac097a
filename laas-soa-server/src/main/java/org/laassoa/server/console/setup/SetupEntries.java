package org.laassoa.server.console.setup;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationView;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurations;
import org.laassoa.server.configuration.environment.BuildEnvironment;
import org.laassoa.server.configuration.environment.BuildEnvironments;
import org.laassoa.server.configuration.gitserver.GitServerView;
import org.laassoa.server.configuration.gitserver.GitServers;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.project.Projects;
import org.laassoa.server.configuration.registry.ImageRegistries;
import org.laassoa.server.configuration.registry.ImageRegistryView;

/**
 * What is configured of all that a first build needs; of each kind as many as a first set-up may
 * want to choose from. Every method runs in the caller's transaction.
 */
@ApplicationScoped
class SetupEntries {
  private static final int MOST = 100;

  private final ImageRegistries registries;
  private final GitServers gitServers;
  private final BuildConfigurations configurations;
  private final BuildEnvironments environments;
  private final Projects projects;

  SetupEntries(
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

  List<ImageRegistryView> registries() {
    return all(registries);
  }

  List<GitServerView> gitServers() {
    return all(gitServers);
  }

  List<String> configurations() {
    return all(configurations).stream().map(BuildConfigurationView::name).toList();
  }

  List<ProjectView> projects() {
    return all(projects);
  }

  /** The image of the build environment of that name, or empty without one. */
  String image(String environment) {
    return environments
        .repository()
        .findByName(environment)
        .map(BuildEnvironment::getImage)
        .orElse("");
  }

  private static <E extends ConfigurationEntry, R extends EntryRequest, V> List<V> all(
      EntryKind<E, R, V> kind) {
    return kind.repository().findAll(Sort.by("name")).page(0, MOST).stream()
        .map(kind::summary)
        .toList();
  }
}
