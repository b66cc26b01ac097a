package org.laassoa.server.githook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.project.ProjectRepository;

/** Finds the projects that hooks are for. */
@ApplicationScoped
class HookedProjects {
  private final ProjectRepository projects;
  private final GitServerRepository gitServers;

  HookedProjects(ProjectRepository projects, GitServerRepository gitServers) {
    this.projects = projects;
    this.gitServers = gitServers;
  }

  /** The project of that name. */
  @Transactional
  Optional<HookedProject> find(String name) {
    return projects
        .findByName(name)
        .map(
            project -> {
              GitServer own = project.getGitServer();
              return HookedProject.of(
                  project, own == null ? gitServers.findDefault().orElse(null) : own);
            });
  }
}
