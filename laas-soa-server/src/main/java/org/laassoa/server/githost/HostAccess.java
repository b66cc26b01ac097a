package org.laassoa.server.githost;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.gitserver.GitServerKind;

/**
 * How a git host is reached.
 *
 * @param name the git server's name in the configuration
 * @param kind what runs there
 * @param address its web address, without a slash at its end
 * @param token the API's token, or null
 * @param insecure whether any TLS certificate is taken
 */
public record HostAccess(
    String name, GitServerKind kind, URI address, @Nullable String token, boolean insecure) {
  /** Without the token. */
  @Override
  public String toString() {
    return "HostAccess[" + name + "]";
  }
}
