package org.laassoa.server.githost.gitlab;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import org.laassoa.server.configuration.gitserver.GitServerKind;
import org.laassoa.server.githost.GitHost;
import org.laassoa.server.githost.GitHostKind;
import org.laassoa.server.githost.HostAccess;
import org.laassoa.server.githost.HostCalls;

/** Hosts that run GitLab. */
@ApplicationScoped
class GitLabKind implements GitHostKind {
  private final HostCalls calls;

  GitLabKind(HostCalls calls) {
    this.calls = calls;
  }

  @Override
  public GitServerKind kind() {
    return GitServerKind.GITLAB;
  }

  @Override
  public GitHost at(HostAccess access) {
    String token = access.token();
    return new GitLab(
        calls,
        new HostCalls.Api(
            URI.create(access.address() + "/api/v4"),
            token == null ? Map.of() : Map.of("PRIVATE-TOKEN", token),
            access.insecure()));
  }
}
