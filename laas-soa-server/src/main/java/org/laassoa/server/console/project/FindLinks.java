package org.laassoa.server.console.project;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerKind;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.project.ProjectView;

/** Finds where a project's repository and its badge are. */
@ApplicationScoped
class FindLinks {

  private final GitServerRepository gitServers;
  private final Optional<String> publicUrl;

  FindLinks(GitServerRepository gitServers, LaasConfig config) {
    this.gitServers = gitServers;
    this.publicUrl = config.publicUrl();
  }

  /** The links of a project, as seen by who makes the request. */
  @Transactional
  public ProjectLinks of(ProjectView project, HttpServerRequest request) {
    Optional<GitServer> server = server(project.gitServer());
    return new ProjectLinks(
        page(project.repository(), server),
        server.flatMap(found -> refs(found, project.repository())).orElse(null),
        badge(project.name(), publicUrl.orElseGet(() -> root(request))));
  }

  private Optional<GitServer> server(@Nullable String name) {
    return name == null ? gitServers.findDefault() : gitServers.findByName(name);
  }

  /** Only what a browser opens is a link. */
  private static @Nullable String page(String repository, Optional<GitServer> server) {
    String address =
        server
            .flatMap(
                found ->
                    found
                        .pathOf(repository)
                        .map(path -> found.webAddress().replaceAll("/$", "") + "/" + path))
            .orElse(repository);
    return address.matches("https?://.+") ? address.replaceAll("\\.git$", "") : null;
  }

  private static Optional<ProjectLinks.Refs> refs(GitServer server, String repository) {
    if (server.getKind() == GitServerKind.GENERIC) {
      return Optional.empty();
    }
    return server
        .pathOf(repository)
        .map(
            path -> {
              String root = "/api/git-servers/" + encoded(server.getName()) + "/repositories/";
              String query = "?repository=" + encoded(path);
              return new ProjectLinks.Refs(root + "branches" + query, root + "tags" + query);
            });
  }

  private static String badge(String name, String root) {
    String base = root.replaceAll("/+$", "");
    return "[![%s](%s/api/projects/%s/badge.svg)](%s/projects/%s)"
        .formatted(name, base, encoded(name), base, encoded(name));
  }

  private static String root(HttpServerRequest request) {
    return request.scheme() + "://" + request.authority();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
