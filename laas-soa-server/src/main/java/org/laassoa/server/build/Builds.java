package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ActionSignals;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.Outcome;

/** What people do with builds. */
@ApplicationScoped
public class Builds {

  /** How long a signal is trusted: what comes through another server may give none here. */
  private static final Duration TRUST = Duration.ofSeconds(1);

  private final BuildStore store;
  private final BuildLists lists;
  private final BuildTriggers triggers;
  private final ActionQueue queue;
  private final ActionSignals signals;
  private final Agents agents;
  private final VisibleProjects visible;

  Builds(
      BuildStore store,
      BuildLists lists,
      BuildTriggers triggers,
      ActionQueue queue,
      ActionSignals signals,
      Agents agents,
      VisibleProjects visible) {
    this.store = store;
    this.lists = lists;
    this.triggers = triggers;
    this.queue = queue;
    this.signals = signals;
    this.agents = agents;
    this.visible = visible;
  }

  /** Those of projects that the caller may know of. */
  private List<TriggeredBuild> visible(List<TriggeredBuild> all) {
    return all.stream().filter(one -> visible.sees(one.project())).toList();
  }

  /**
   * The build of that number.
   *
   * @throws ProblemException when there is none
   */
  public BuildView get(ActionId id) {
    BuildView build =
        store
            .find(id)
            .orElseThrow(Builds::noSuchBuild)
            .between(triggers.before(id).orElse(null), visible(triggers.after(id)));
    if (!build.state().equals(ActionState.QUEUED.wireName())) {
      return explained(build, List.of());
    }
    String heldBack = Objects.requireNonNullElse(build.note(), "");
    return build.waitingFor(
        WaitingReason.explain(
            WaitingReason.Wish.of(build), agents.list(), heldBack, store.before(id)));
  }

  /**
   * The build of that number, when it has ended or the time is over.
   *
   * @param patience how long to wait at most
   */
  BuildView await(ActionId id, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    try (ActionSignals.Subscription changes = signals.subscribe(id)) {
      while (true) {
        ActionState state = queue.state(id).orElseThrow(Builds::noSuchBuild);
        long left = deadline - System.nanoTime();
        if (state.ended() || left <= 0) {
          return get(id);
        }
        changes.await(Duration.ofNanos(Math.min(left, TRUST.toNanos())));
      }
    }
  }

  /** A page of builds, newest first. */
  public BuildList list(BuildFilter filter) {
    List<BuildView> page = lists.page(filter);
    boolean someWait = page.stream().anyMatch(build -> build.state().equals("queued"));
    List<AgentView> all = someWait ? agents.list() : List.of();
    return new BuildList(
        page.stream().map(build -> explained(build, all)).toList(), lists.count(filter));
  }

  /**
   * Cancels a build; one that is cancelled already stays so.
   *
   * @throws ProblemException when it has ended in another way
   */
  BuildView cancel(ActionId id) {
    ActionState state = queue.cancel(id).orElseThrow(Builds::noSuchBuild);
    if (state.ended() && state != ActionState.CANCELLED) {
      throw new ProblemException(
          ProblemType.NOT_CANCELLABLE, Message.of("it has %s", state.wireName()));
    }
    return get(id);
  }

  private static BuildView explained(BuildView build, List<AgentView> all) {
    return Optional.ofNullable(reason(build, all)).map(build::because).orElse(build);
  }

  private static @Nullable String reason(BuildView build, List<AgentView> all) {
    return switch (ActionState.ofWireName(build.state())) {
      case QUEUED ->
          build.note() == null ? WaitingReason.of(WaitingReason.Wish.of(build), all) : build.note();
      case CONSUMED -> "handed to " + build.agent() + ", which has not spoken of it yet";
      case RUNNING, SUCCEEDED -> null;
      case FAILED, CANCELLED -> words(build);
    };
  }

  private static @Nullable String words(BuildView build) {
    Outcome outcome = build.outcome();
    if (outcome == null) {
      return null;
    }
    return build.state().equals(ActionState.CANCELLED.wireName()) && build.note() != null
        ? outcome.describe() + ": " + build.note()
        : outcome.describe();
  }

  static ProblemException noSuchBuild() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such build");
  }
}
