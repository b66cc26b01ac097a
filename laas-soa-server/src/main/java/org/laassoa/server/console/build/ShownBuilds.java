package org.laassoa.server.console.build;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.Builds;
import org.laassoa.server.build.FormerAttempts;
import org.laassoa.server.build.QueueOutlooks;
import org.laassoa.server.build.Waiting;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Puts together what the page of a build shows. */
@ApplicationScoped
class ShownBuilds {

  /** What follows from a build has begun by then. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final Builds builds;
  private final FormerAttempts former;
  private final QueueOutlooks outlooks;
  private final Agents agents;
  private final CommitLinks commits;
  private final Clock clock;

  ShownBuilds(
      Builds builds,
      FormerAttempts former,
      QueueOutlooks outlooks,
      Agents agents,
      CommitLinks commits,
      Clock clock) {
    this.builds = builds;
    this.former = former;
    this.outlooks = outlooks;
    this.agents = agents;
    this.commits = commits;
    this.clock = clock;
  }

  /**
   * What is shown of a build.
   *
   * @param number which attempt is looked at; null for the last one
   * @throws ProblemException when there is no such build or attempt
   */
  ShownBuild find(ActionId id, @Nullable Integer number) {
    BuildView build = builds.get(id);
    List<ShownAttempt> attempts = attempts(build, id);
    ShownAttempt shown =
        number == null
            ? ShownAttempt.last(build)
            : attempts.stream()
                .filter(attempt -> attempt.number() == number)
                .findFirst()
                .orElseThrow(ShownBuilds::noSuchAttempt);
    List<AgentView> all = agents.list();
    return new ShownBuild(
        build,
        BuildSubject.of(build),
        shown,
        attempts,
        waterfall(build, attempts, shown),
        waiting(build, all),
        new ShownBuild.Links(commits.of(build).orElse(null), agentPage(shown, all)),
        build.endedAt() == null || build.endedAt().isAfter(clock.instant().minus(SETTLED)));
  }

  /** A build that waits again has none under way. */
  private List<ShownAttempt> attempts(BuildView build, ActionId id) {
    List<ShownAttempt> attempts =
        new ArrayList<>(former.of(id).stream().map(ShownAttempt::former).toList());
    if (build.startedAt() != null) {
      attempts.add(ShownAttempt.last(build));
    }
    return attempts;
  }

  private Waterfall waterfall(BuildView build, List<ShownAttempt> attempts, ShownAttempt shown) {
    Instant queuedAt =
        attempts.stream()
            .filter(attempt -> attempt.number() < shown.number() || shown.startedAt() == null)
            .map(attempt -> requireNonNull(attempt.endedAt()))
            .max(Instant::compareTo)
            .orElse(build.queuedAt());
    return Waterfall.of(Phases.of(queuedAt, shown), sometimes(clock.instant(), queuedAt));
  }

  /** Drawn anew when a fiftieth is added, not each time: what is read should stand still. */
  private static Instant sometimes(Instant now, Instant from) {
    long step = Math.max(1, Duration.between(from, now).toSeconds() / 50);
    return Instant.ofEpochSecond(now.getEpochSecond() / step * step + step);
  }

  private @Nullable ShownWaiting waiting(BuildView build, List<AgentView> all) {
    Waiting waiting = build.waiting();
    return waiting == null
        ? null
        : ExplainWaiting.of(build, waiting, all, outlooks.of(build), clock.instant());
  }

  private static @Nullable String agentPage(ShownAttempt attempt, List<AgentView> all) {
    return all.stream()
        .filter(agent -> agent.name().equals(attempt.agent()))
        .map(agent -> "/agents/" + agent.id())
        .findFirst()
        .orElse(null);
  }

  private static ProblemException noSuchAttempt() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such attempt");
  }
}
