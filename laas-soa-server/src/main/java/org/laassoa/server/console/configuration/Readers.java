package org.laassoa.server.console.configuration;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** What the reader of a page may see; the same as in the API. */
@RequestScoped
class Readers {

  private static final String ADMIN = "admin";

  private final SecurityIdentity identity;

  Readers(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Whether they may see that kind. */
  boolean maySee(Section section) {
    return !section.onlyForAdministrators() || identity.hasRole(ADMIN);
  }

  /**
   * The section of that name in addresses.
   *
   * @throws ProblemException when there is none, or not for them
   */
  Section section(String slug) {
    return visible(Section.ofSlug(slug));
  }

  private Section visible(Section section) {
    if (!maySee(section)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only administrators see shared secrets.");
    }
    return section;
  }
}
