package org.laassoa.server.configuration.script;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who saves: the caller of the API, or the server itself where there is none. */
@ApplicationScoped
class Author {
  private static final String SERVER = "server";

  private final SecurityIdentity identity;

  Author(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The name. */
  String name() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return SERVER;
    }
    return identity.getPrincipal().getName();
  }
}
