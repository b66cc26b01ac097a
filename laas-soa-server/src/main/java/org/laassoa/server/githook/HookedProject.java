package org.laassoa.server.githook;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.project.Project;
import org.laassoa.server.configuration.project.Triggers;

/**
 * What a hook has to know of its project.
 *
 * @param id the row's number
 * @param name its name
 * @param repository the path of its repository at the host, without {@code .git}
 * @param triggers what it builds
 */
record HookedProject(long id, String name, String repository, Triggers triggers) {

  /** That of a project; {@code server} is its own, the default one, or null. */
  static HookedProject of(Project project, @Nullable GitServer server) {
    String repository = project.getRepository();
    String path =
        server == null
            ? pathOf(repository)
            : server.pathOf(repository).orElseGet(() -> pathOf(repository));
    return new HookedProject(project.getId(), project.getName(), path, project.getTriggers());
  }

  /** The path of an address on a server that is not configured. */
  private static String pathOf(String repository) {
    String path = repository.contains("://") ? URI.create(repository).getPath() : repository;
    return path.replaceAll("^/|/$", "").replaceAll("\\.git$", "");
  }
}
