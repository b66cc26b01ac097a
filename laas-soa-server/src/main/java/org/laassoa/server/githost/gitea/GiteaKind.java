package org.laassoa.server.githost.gitea;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.laassoa.server.configuration.gitserver.GitServerKind;
import org.laassoa.server.githost.GitHost;
import org.laassoa.server.githost.GitHostKind;
import org.laassoa.server.githost.HostAccess;
import org.laassoa.server.githost.HostCalls;

/** Hosts that run Gitea. */
@ApplicationScoped
class GiteaKind implements GitHostKind {
  private final HostCalls calls;

  GiteaKind(HostCalls calls) {
    this.calls = calls;
  }

  @Override
  public GitServerKind kind() {
    return GitServerKind.GITEA;
  }

  @Override
  public GitHost at(HostAccess access) {
    Map<String, String> headers = new HashMap<>();
    String token = access.token();
    if (token != null) {
      headers.put("Authorization", "token " + token);
    }
    return new Gitea(
        calls,
        new HostCalls.Api(
            URI.create(access.address() + "/api/v1"), Map.copyOf(headers), access.insecure()));
  }
}
