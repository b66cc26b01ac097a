package org.laassoa.server.githost;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.configuration.gitserver.GitServer;
import org.laassoa.server.configuration.gitserver.GitServerRepository;
import org.laassoa.server.configuration.gitserver.GitServers;

/** The git hosts of the configuration. */
@ApplicationScoped
public class GitHosts {
  private final List<GitHostKind> kinds;
  private final GitServerRepository repository;
  private final GitServers servers;

  GitHosts(@All List<GitHostKind> kinds, GitServerRepository repository, GitServers servers) {
    this.kinds = kinds;
    this.repository = repository;
    this.servers = servers;
  }

  /** How the git server of that name is reached. */
  @Transactional
  public Optional<HostAccess> access(String name) {
    return repository.findByName(name).map(this::access);
  }

  /** How a git server is reached; in the caller's transaction. */
  public HostAccess access(GitServer server) {
    return new HostAccess(
        server.getName(),
        server.getKind(),
        URI.create(server.webAddress()),
        servers.apiToken(server).orElse(null),
        server.isInsecure());
  }

  /** The host's API; nothing for a server that is only known to speak git. */
  public Optional<GitHost> at(HostAccess access) {
    boolean hasApi =
        access.address().getScheme().equalsIgnoreCase("http")
            || access.address().getScheme().equalsIgnoreCase("https");
    return kinds.stream()
        .filter(kind -> hasApi && kind.kind() == access.kind())
        .findFirst()
        .map(kind -> kind.at(access));
  }
}
