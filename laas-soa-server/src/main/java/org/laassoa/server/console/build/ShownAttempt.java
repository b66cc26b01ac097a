package org.laassoa.server.console.build;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.FormerAttempt;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/**
 * An attempt of a build.
 *
 * @param number from 1; 0 before the first
 * @param state the build's, or {@code failed} when another attempt followed
 * @param agent the agent that has or had it, or null
 * @param startedAt when it was handed out, or null
 * @param endedAt when it ended, or null
 * @param outcome how it ended, or null
 * @param steps how far it has come
 * @param logBytes the length of its log so far
 * @param last whether no other one has followed
 */
public record ShownAttempt(
    int number,
    String state,
    @Nullable String agent,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    List<StepReport> steps,
    long logBytes,
    boolean last) {

  /** The last one, which the build itself tells of. */
  static ShownAttempt last(BuildView build) {
    return new ShownAttempt(
        build.attempt(),
        build.state(),
        build.agent(),
        build.startedAt(),
        build.endedAt(),
        build.outcome(),
        build.steps(),
        build.logBytes(),
        true);
  }

  /** One that another one followed. */
  static ShownAttempt former(FormerAttempt attempt) {
    return new ShownAttempt(
        attempt.number(),
        "failed",
        attempt.agent(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.outcome(),
        attempt.steps(),
        attempt.logBytes(),
        false);
  }

  /** How it ended, or null while it has not. */
  public @Nullable WhatHappened happened() {
    return outcome == null ? null : WhatHappened.of(outcome);
  }
}
