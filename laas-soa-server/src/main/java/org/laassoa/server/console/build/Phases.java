package org.laassoa.server.console.build;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

/** Puts together what an attempt's time was spent on. */
final class Phases {

  private static final String DONE = "succeeded";
  private static final String UNDER_WAY = "running";

  private Phases() {}

  /**
   * The phases of an attempt, the first one first.
   *
   * @param queuedAt when it began to wait, or null where that is not known
   */
  static List<Phase> of(@Nullable Instant queuedAt, ShownAttempt attempt) {
    Instant startedAt = attempt.startedAt();
    List<Phase> phases = new ArrayList<>();
    if (queuedAt != null) {
      phases.add(queue(queuedAt, startedAt, attempt));
    }
    if (startedAt == null) {
      return phases;
    }
    Duration ahead = ahead(attempt, startedAt);
    phases.add(handOut(startedAt, attempt, ahead));
    for (StepReport step : attempt.steps()) {
      phases.add(step(step, ahead, attempt.endedAt()));
    }
    return phases;
  }

  private static Phase queue(Instant from, @Nullable Instant startedAt, ShownAttempt attempt) {
    Instant to = startedAt == null ? attempt.endedAt() : startedAt;
    return new Phase(Phase.QUEUE, to == null ? "queued" : DONE, from, to);
  }

  private static Phase handOut(Instant startedAt, ShownAttempt attempt, Duration ahead) {
    Instant to =
        attempt.steps().isEmpty()
            ? attempt.endedAt()
            : attempt.steps().getFirst().startedAt().minus(ahead);
    boolean more = attempt.endedAt() == null && !beginsAtTheBeginning(attempt);
    String name = more ? Phase.FIRST_STEPS : Phase.HAND_OUT;
    return new Phase(name, to == null ? "consumed" : DONE, startedAt, to);
  }

  private static boolean beginsAtTheBeginning(ShownAttempt attempt) {
    return attempt.steps().isEmpty()
        || attempt.steps().getFirst().name().equals(StepName.CHECKOUT.wireName());
  }

  /** What has ended has no step under way: the agent may have been lost in it. */
  private static Phase step(StepReport step, Duration ahead, @Nullable Instant attemptEnd) {
    Instant to = step.endedAt() == null ? attemptEnd : step.endedAt().minus(ahead);
    boolean cut = step.state().equals(UNDER_WAY) && attemptEnd != null;
    return new Phase(step.name(), cut ? "failed" : step.state(), step.startedAt().minus(ahead), to);
  }

  /**
   * How far the agent's clock is ahead of the server's, as far as it shows: steps cannot begin
   * before the hand-out nor end after the attempt.
   */
  private static Duration ahead(ShownAttempt attempt, Instant startedAt) {
    if (attempt.steps().isEmpty()) {
      return Duration.ZERO;
    }
    Instant first = attempt.steps().getFirst().startedAt();
    if (first.isBefore(startedAt)) {
      return Duration.between(startedAt, first);
    }
    StepReport lastStep = attempt.steps().getLast();
    Instant last = requireNonNullElse(lastStep.endedAt(), lastStep.startedAt());
    Instant end = attempt.endedAt();
    if (end == null || !last.isAfter(end)) {
      return Duration.ZERO;
    }
    Duration late = Duration.between(end, last);
    Duration room = Duration.between(startedAt, first);
    return late.compareTo(room) < 0 ? late : room;
  }
}
