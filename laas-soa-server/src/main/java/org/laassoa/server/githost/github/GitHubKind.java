package org.laassoa.server.githost.github;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.laassoa.server.configuration.gitserver.GitServerKind;
import org.laassoa.server.githost.GitHost;
import org.laassoa.server.githost.GitHostKind;
import org.laassoa.server.githost.HostAccess;
import org.laassoa.server.githost.HostCalls;

/** Hosts that run GitHub. */
@ApplicationScoped
class GitHubKind implements GitHostKind {
  private final HostCalls calls;

  GitHubKind(HostCalls calls) {
    this.calls = calls;
  }

  @Override
  public GitServerKind kind() {
    return GitServerKind.GITHUB;
  }

  @Override
  public GitHost at(HostAccess access) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/vnd.github+json");
    headers.put("X-GitHub-Api-Version", "2022-11-28");
    String token = access.token();
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return new GitHub(
        calls, new HostCalls.Api(api(access.address()), Map.copyOf(headers), access.insecure()));
  }

  /** GitHub's own API has a host of its own; GitHub Enterprise Server has it below a path. */
  static URI api(URI address) {
    boolean own = "github.com".equalsIgnoreCase(address.getHost());
    return URI.create(own ? "https://api.github.com" : address + "/api/v3");
  }
}
