package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Builds as the API shows them, for the server's own parts. */
@ApplicationScoped
public class KnownBuilds {

  private final Builds builds;

  KnownBuilds(Builds builds) {
    this.builds = builds;
  }

  /** The build of that number, unless it is older than builds are kept. */
  public Optional<BuildView> find(ActionId id) {
    try {
      return Optional.of(builds.get(id));
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
