package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.EnqueueAnswer;
import org.laassoa.server.action.EnqueueRequest;
import org.laassoa.server.action.IdempotencyKey;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.database.Json;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldError;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Requests for builds: planned and enqueued, those of a repeated request once. */
@ApplicationScoped
class BuildRequests {

  private final Plannings plannings;
  private final BuildStore store;
  private final ActionQueue queue;
  private final Json json;

  BuildRequests(Plannings plannings, BuildStore store, ActionQueue queue, Json json) {
    this.plannings = plannings;
    this.store = store;
    this.queue = queue;
    this.json = json;
  }

  /**
   * Enqueues a build of a project.
   *
   * @throws ProblemException when there is no such project, or it cannot be built so
   */
  Requested build(NamedRequest request, Caller caller) {
    return enqueue(
        caller,
        () -> json.write(words(request)),
        () -> List.of(plannings.project(plannings.version(), request, null, caller.name())));
  }

  /**
   * Enqueues a build of a parent image.
   *
   * @throws ProblemException when there is no such parent image
   */
  Requested buildParentImage(String name, Caller caller) {
    return enqueue(
        caller,
        () -> json.write(List.of("parent image", name)),
        () -> List.of(plannings.parentImage(name, null, caller.name())));
  }

  /**
   * Enqueues builds of projects, all or none.
   *
   * @throws ProblemException with what is wrong with any of them, item by item
   */
  Requested buildAll(List<NamedRequest> requests, Caller caller) {
    return enqueue(
        caller,
        () -> json.write(requests.stream().map(BuildRequests::words).toList()),
        () -> planned(requests, caller));
  }

  private List<NewAction> planned(List<NamedRequest> requests, Caller caller) {
    long version = plannings.version();
    List<NewAction> actions = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      try {
        actions.add(plannings.project(version, requests.get(i), null, caller.name()));
      } catch (ProblemException e) {
        errors.addAll(BatchRequest.errorsOf(i, e));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalidFields(errors);
    }
    return actions;
  }

  /**
   * Enqueues the same again, with the configuration of now.
   *
   * @throws ProblemException when the build has not ended, what it was made from is gone, or the
   *     project does not take its parameters any more
   */
  ActionId retry(ActionId id, String requestedBy) {
    BuildView before = store.find(id).orElseThrow(Builds::noSuchBuild);
    if (!ActionState.ofWireName(before.state()).ended()) {
      throw new ProblemException(ProblemType.NOT_RETRYABLE, Message.of("it is %s", before.state()));
    }
    try {
      return store.enqueue(List.of(again(before, id, requestedBy))).getFirst();
    } catch (ProblemException e) {
      throw switch (e.type()) {
        case NOT_FOUND -> gone();
        case INVALID_FIELD ->
            new ProblemException(
                ProblemType.NOT_RETRYABLE,
                Message.of("the project does not take its parameters any more: %s", e.detail()));
        default -> e;
      };
    }
  }

  private NewAction again(BuildView before, ActionId id, String requestedBy) {
    BuildStore.Origin origin = store.origin(id).orElseThrow(Builds::noSuchBuild);
    if (origin.parentImageId() != null) {
      return plannings.parentImage(before.project(), id, requestedBy);
    }
    if (origin.projectId() == null || before.type() == null || before.ref() == null) {
      throw gone();
    }
    CheckedRequest request =
        new CheckedRequest(
            before.type(), before.ref(), before.parameters(), before.priority(), null);
    return plannings.project(
        plannings.version(), new NamedRequest(before.project(), request), id, requestedBy);
  }

  /**
   * A repeated request is answered before anything is planned: what it was about may have changed
   * or gone since.
   */
  private Requested enqueue(
      Caller caller, Supplier<String> request, Supplier<List<NewAction>> planned) {
    if (caller.idempotencyKey() == null) {
      return new Requested(store.enqueue(planned.get()), false);
    }
    IdempotencyKey key = caller.key(request.get());
    return requested(
        queue.served(key).orElseGet(() -> queue.enqueue(new EnqueueRequest(planned.get(), key))));
  }

  private static Requested requested(EnqueueAnswer answer) {
    return switch (answer) {
      case EnqueueAnswer.Added(List<ActionId> actions) -> new Requested(actions, false);
      case EnqueueAnswer.Replayed(List<ActionId> actions) -> new Requested(actions, true);
      case EnqueueAnswer.KeyReused reused ->
          throw new ProblemException(
              ProblemType.IDEMPOTENCY_KEY_REUSED, "use a new key for each request that differs");
      case EnqueueAnswer.SubjectGone gone ->
          throw new ProblemException(ProblemType.NOT_FOUND, "it has just been deleted");
    };
  }

  /** A request always in the same words. */
  private static List<Object> words(NamedRequest named) {
    CheckedRequest request = named.request();
    return List.of(
        named.project(),
        request.type(),
        request.ref(),
        new TreeMap<>(request.parameters()),
        request.priority());
  }

  private static ProblemException gone() {
    return new ProblemException(ProblemType.NOT_RETRYABLE, "what it was made from is gone");
  }
}
