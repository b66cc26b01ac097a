package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.configuration.ConfigurationClock;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;

/**
 * Plans builds; what was planned is used again for the same branch until anything in the
 * configuration has changed.
 */
@ApplicationScoped
class Plannings {

  private static final int REMEMBERED = 10_000;

  private final BuildPlanner planner;
  private final ProjectFacts projects;
  private final ConfigurationClock clock;
  private final Json json;
  private final Map<Branch, Planned> known = new ConcurrentHashMap<>();

  Plannings(BuildPlanner planner, ProjectFacts projects, ConfigurationClock clock, Json json) {
    this.planner = planner;
    this.projects = projects;
    this.clock = clock;
    this.json = json;
  }

  private record Branch(String project, String type, String ref) {}

  private record Planned(
      long version, BuildPlanner.PlannedAction planned, DefinedParameters parameters) {}

  /** The configuration as it is now; to be asked for before planning. */
  long version() {
    return clock.version();
  }

  /**
   * A build of a project.
   *
   * @param version what {@link #version} said
   * @throws ProblemException when there is no such project, something that it needs is missing, or
   *     it does not take the parameters
   */
  NewAction project(
      long version, NamedRequest named, @Nullable ActionId retryOf, String requestedBy) {
    CheckedRequest request = named.request();
    Branch branch = new Branch(named.project(), request.type(), request.ref());
    Planned planned = known.get(branch);
    if (planned == null || planned.version() != version) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      planned =
          new Planned(
              version,
              planner.project(named.project(), request.type(), request.ref()),
              projects
                  .of(named.project())
                  .map(facts -> new DefinedParameters(facts.parameters()))
                  .orElse(DefinedParameters.NONE));
      known.put(branch, planned);
    }
    requireNoSecret(request.parameters().keySet(), planned.planned().secretNames());
    Map<String, String> parameters = planned.parameters().complete(request.parameters());
    return planned
        .planned()
        .action()
        .withRequest(
            request.priority(),
            parameters.isEmpty() ? "{}" : json.write(parameters),
            retryOf == null ? null : retryOf.value(),
            requestedBy,
            request.commit());
  }

  /** Who may build must not replace what an administrator keeps from him. */
  static void requireNoSecret(Set<String> parameters, Set<String> secretNames) {
    List<FieldError> errors =
        parameters.stream()
            .filter(secretNames::contains)
            .sorted()
            .map(
                name ->
                    new FieldError(
                        "parameters", Message.of("has %s, which is a secret of the project", name)))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.invalidFields(errors);
    }
  }

  /**
   * A build of a parent image.
   *
   * @throws ProblemException when there is no such parent image
   */
  NewAction parentImage(String name, @Nullable ActionId retryOf, String requestedBy) {
    return planner
        .parentImage(name)
        .withRequest(0, "{}", retryOf == null ? null : retryOf.value(), requestedBy, null);
  }
}
