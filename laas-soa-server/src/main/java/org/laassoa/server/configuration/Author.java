package org.laassoa.server.configuration;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who changes the configuration now. */
@ApplicationScoped
public class Author {

  /** What the server does by itself, it does under its own name. */
  static final String SERVER = "laas-soa";

  private final SecurityIdentity identity;

  Author(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The signed in user, or the server where nobody called. */
  public String name() {
    return Arc.container().requestContext().isActive() && !identity.isAnonymous()
        ? identity.getPrincipal().getName()
        : SERVER;
  }
}
