package org.laassoa.server.console.project;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.EntryRepository;
import org.laassoa.server.configuration.buildconfiguration.BuildConfigurationRepository;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.project.ProjectNames;
import org.laassoa.server.configuration.project.ProjectRepository;
import org.laassoa.server.configuration.project.ProjectView;
import org.laassoa.server.configuration.registry.ImageRegistryRepository;

/**
 * Reads what can be chosen in the form of a project. Who may not know of the configuration is
 * offered what the project has.
 */
@ApplicationScoped
class ReadChoices {

  private final GitServerRepository gitServers;
  private final BuildConfigurationRepository configurations;
  private final ImageRegistryRepository registries;
  private final ProjectRepository projects;
  private final ProjectNames names;

  ReadChoices(
      GitServerRepository gitServers,
      BuildConfigurationRepository configurations,
      ImageRegistryRepository registries,
      ProjectRepository projects,
      ProjectNames names) {
    this.names = names;
    this.gitServers = gitServers;
    this.configurations = configurations;
    this.registries = registries;
    this.projects = projects;
  }

  /** What can be chosen for that project. */
  @Transactional
  public FormChoices of(ProjectView project) {
    if (projects.onlyVisible().isPresent()) {
      return new FormChoices(
          present(project.gitServer()),
          null,
          List.of(project.buildConfiguration()),
          present(project.imageRegistry()),
          names.visible());
    }
    return new FormChoices(
        names(gitServers),
        gitServers.findDefault().map(ConfigurationEntry::getName).orElse(null),
        names(configurations),
        names(registries),
        names.visible());
  }

  private static List<String> present(@Nullable String name) {
    return Stream.ofNullable(name).toList();
  }

  private static List<String> names(EntryRepository<? extends ConfigurationEntry> repository) {
    return repository.findAll(Sort.by("name")).stream().map(ConfigurationEntry::getName).toList();
  }
}
