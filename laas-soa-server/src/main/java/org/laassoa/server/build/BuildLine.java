package org.laassoa.server.build;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Outcome;

/**
 * A build in one line, as lists show it.
 *
 * @param id its number
 * @param action its type, see {@code ActionType}
 * @param project the name of the project or parent image that it is about
 * @param type {@code branch} or {@code tag}; missing for a parent image
 * @param ref the branch or tag; missing for a parent image
 * @param state where it is in its life
 * @param step the step that it is in now
 * @param commit the commit that was built, as far as it is known
 * @param agent the agent that has it, or had it last
 * @param requestedBy who asked for it
 * @param queuedAt when it was asked for
 * @param startedAt when the last attempt began
 * @param endedAt when it reached its final state
 * @param requiredLabels what an agent must have to take it; empty once it has ended
 * @param heldBack whether it waits for other builds of its project
 * @param outcome how the last attempt ended
 */
public record BuildLine(
    long id,
    String action,
    String project,
    @Nullable String type,
    @Nullable String ref,
    String state,
    @Nullable String step,
    @Nullable String commit,
    @Nullable String agent,
    String requestedBy,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<String> requiredLabels,
    boolean heldBack,
    @Nullable Outcome outcome) {

  private static final int SHORT_COMMIT = 8;

  /** The commit as people write it, or null. */
  public @Nullable String shortCommit() {
    return commit == null ? null : commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
  }
}
