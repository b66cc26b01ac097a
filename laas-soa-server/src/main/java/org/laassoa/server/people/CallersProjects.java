package org.laassoa.server.people;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.project.VisibleProjects;

/** The projects of the user who makes the current request. What the server does itself sees all. */
@ApplicationScoped
class CallersProjects implements VisibleProjects {

  private final SecurityIdentity identity;

  CallersProjects(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public Optional<Set<Long>> only() {
    Caller caller = caller();
    return caller == null ? Optional.empty() : caller.onlyProjects();
  }

  @Override
  public boolean sees(String project) {
    Caller caller = caller();
    return caller == null || caller.roleOn(project) != null;
  }

  @Override
  public boolean mayBuild(String project) {
    Caller caller = caller();
    if (caller == null) {
      return true;
    }
    Role role = caller.roleOn(project);
    return role != null && role.compareTo(Role.DEVELOPER) >= 0;
  }

  private @Nullable Caller caller() {
    return Arc.container().requestContext().isActive()
        ? identity.<@Nullable Caller>getAttribute(Caller.class.getName())
        : null;
  }
}
