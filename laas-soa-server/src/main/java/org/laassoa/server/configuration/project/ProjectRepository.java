package org.laassoa.server.configuration.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.EntryRepository;

/** The stored projects. */
@ApplicationScoped
public class ProjectRepository implements EntryRepository<Project> {

  private final VisibleProjects visible;

  ProjectRepository(VisibleProjects visible) {
    this.visible = visible;
  }

  @Override
  public Optional<Set<Long>> onlyVisible() {
    return visible.only();
  }
}
