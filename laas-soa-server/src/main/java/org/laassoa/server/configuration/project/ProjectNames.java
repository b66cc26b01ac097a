package org.laassoa.server.configuration.project;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.ConfigurationEntry;

/** The names of projects, to choose from. */
@ApplicationScoped
public class ProjectNames {

  private static final int MOST = 500;

  /** Whole addresses need no git server. */
  private static final String ON_THE_DEFAULT =
      "gitServer is null and locate('://', repository) = 0";

  private final ProjectRepository projects;

  ProjectNames(ProjectRepository projects) {
    this.projects = projects;
  }

  /** Those that the caller may know of, in their order; not more than 500. */
  @Transactional
  public List<String> visible() {
    Optional<Set<Long>> only = projects.onlyVisible();
    if (only.isEmpty()) {
      return projects.findAll(Sort.by("name")).page(0, MOST).stream()
          .map(ConfigurationEntry::getName)
          .toList();
    }
    return projects.findAll(Sort.by("name")).stream()
        .filter(project -> only.get().contains(project.getId()))
        .limit(MOST)
        .map(ConfigurationEntry::getName)
        .toList();
  }

  /** Those that are on the default git server since they name none; not more than so many. */
  @Transactional
  public List<String> onDefaultServer(int most) {
    return projects.find(ON_THE_DEFAULT, Sort.by("name")).page(0, most).stream()
        .map(ConfigurationEntry::getName)
        .toList();
  }
}
