package org.laassoa.server.githost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.input.RelativePath;
import org.laassoa.server.configuration.input.WebAddress;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.ProjectRepository;

/** Finds the git hosts of projects. */
@ApplicationScoped
public class ProjectHosts {
  private final ProjectRepository projects;
  private final GitServerRepository servers;
  private final GitHosts hosts;

  ProjectHosts(ProjectRepository projects, GitServerRepository servers, GitHosts hosts) {
    this.projects = projects;
    this.servers = servers;
    this.hosts = hosts;
  }

  /** The host of the project of that name; nothing where its git server has no API. */
  @Transactional
  public Optional<ProjectHost> of(String project) {
    return projects.findByName(project).flatMap(this::of);
  }

  /** Whether this can be a path or an address at all: it may not have been checked yet. */
  static boolean canBe(String repository) {
    return repository.contains("://")
        ? WebAddress.complaint(repository).isEmpty()
        : RelativePath.isSafe(repository, 300);
  }

  private Optional<ProjectHost> of(Project project) {
    GitServer own = project.getGitServer();
    GitServer server = own == null ? servers.findDefault().orElse(null) : own;
    return server == null ? Optional.empty() : of(server, project.getRepository());
  }

  /** The host of a repository on that server; in the caller's transaction. */
  public Optional<ProjectHost> of(GitServer server, String repository) {
    HostAccess access = hosts.access(server);
    return server
        .pathOf(repository)
        .flatMap(path -> hosts.at(access).map(host -> new ProjectHost(host, access, path)));
  }
}
