package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.Outcome;

/** What people do with builds. */
@ApplicationScoped
class Builds {

  private final BuildPlanner planner;
  private final BuildStore store;
  private final ActionQueue queue;
  private final Agents agents;

  Builds(BuildPlanner planner, BuildStore store, ActionQueue queue, Agents agents) {
    this.planner = planner;
    this.store = store;
    this.queue = queue;
    this.agents = agents;
  }

  /** Enqueues a build of a project. */
  BuildView build(String project, CheckedRequest request, String requestedBy) {
    return get(store.enqueue(planner.project(project, request, null, requestedBy)));
  }

  /** Enqueues a build of a parent image. */
  BuildView buildParentImage(String name, String requestedBy) {
    return get(store.enqueue(planner.parentImage(name, null, requestedBy)));
  }

  /**
   * The build of that number.
   *
   * @throws ProblemException when there is none
   */
  BuildView get(ActionId id) {
    return explained(store.find(id).orElseThrow(Builds::noSuchBuild));
  }

  /** A page of builds, newest first. */
  BuildList list(BuildFilter filter) {
    List<BuildView> page = store.list(filter).stream().map(this::explained).toList();
    return new BuildList(page, store.count(filter));
  }

  /**
   * Cancels a build; one that is cancelled already stays so.
   *
   * @throws ProblemException when it has ended in another way
   */
  BuildView cancel(ActionId id) {
    ActionState state = queue.cancel(id).orElseThrow(Builds::noSuchBuild);
    if (state.ended() && state != ActionState.CANCELLED) {
      throw new ProblemException(ProblemType.NOT_CANCELLABLE, "it has " + state.wireName());
    }
    return get(id);
  }

  /**
   * Enqueues the same again, with the configuration of now.
   *
   * @throws ProblemException when the build has not ended, or what it was made from is gone
   */
  BuildView retry(ActionId id, String requestedBy) {
    BuildView before = store.find(id).orElseThrow(Builds::noSuchBuild);
    if (!ActionState.ofWireName(before.state()).ended()) {
      throw new ProblemException(ProblemType.NOT_RETRYABLE, "it is " + before.state());
    }
    BuildStore.Origin origin = store.origin(id).orElseThrow(Builds::noSuchBuild);
    if (origin.parentImageId() != null) {
      return get(store.enqueue(planner.parentImage(before.project(), id, requestedBy)));
    }
    if (origin.projectId() == null || before.type() == null || before.ref() == null) {
      throw new ProblemException(ProblemType.NOT_RETRYABLE, "what it was made from is gone");
    }
    CheckedRequest again = new CheckedRequest(before.type(), before.ref(), before.parameters());
    return get(store.enqueue(planner.project(before.project(), again, id, requestedBy)));
  }

  private BuildView explained(BuildView build) {
    return Optional.ofNullable(reason(build)).map(build::because).orElse(build);
  }

  private @Nullable String reason(BuildView build) {
    return switch (ActionState.ofWireName(build.state())) {
      case QUEUED -> WaitingReason.of(build.action(), agents.list());
      case CONSUMED -> "handed to " + build.agent() + ", which has not spoken of it yet";
      case RUNNING, SUCCEEDED -> null;
      case FAILED, CANCELLED -> words(build.outcome());
    };
  }

  private static @Nullable String words(@Nullable Outcome outcome) {
    return outcome == null ? null : outcome.describe();
  }

  private static ProblemException noSuchBuild() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such build");
  }
}
