package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.problem.ProblemException;

/** Builds that are asked for by the server's own parts, such as when something was pushed. */
@ApplicationScoped
public class EnqueueBuilds {

  /** No user has this name: their keys are never taken for these. */
  private static final String SERVER = "";

  private final BuildRequests requests;

  EnqueueBuilds(BuildRequests requests) {
    this.requests = requests;
  }

  /**
   * Enqueues a build of a project, or finds the one that was enqueued with this key before.
   *
   * @param type {@code branch} or {@code tag}
   * @param ref the ref's short name
   * @param parameters the parameters, possibly none; defaults are filled in
   * @param commit the commit that the cause speaks of, or null; only noted, and shown with the
   *     build until it is known which commit was built
   * @param requestedBy who is shown as having asked for it
   * @param idempotencyKey 1 to 255 characters; the server's parts begin theirs with their own name
   * @throws ProblemException when the request cannot be built, such as when there is no such
   *     project; it would not be built later either unless the configuration changes
   */
  public ActionId enqueue(
      String project,
      String type,
      String ref,
      Map<String, String> parameters,
      @Nullable String commit,
      String requestedBy,
      String idempotencyKey) {
    CheckedRequest request =
        CheckedRequest.of(new BuildRequest(type, ref, parameters, null)).about(commit);
    return requests
        .build(new NamedRequest(project, request), new Caller(requestedBy, SERVER, idempotencyKey))
        .builds()
        .getFirst();
  }
}
