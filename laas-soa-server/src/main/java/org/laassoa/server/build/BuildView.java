package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/**
 * A build, as the API shows it.
 *
 * @param id its number
 * @param action its type, see {@code ActionType}
 * @param project the name of the project, parent image or agent that it is about
 * @param type {@code branch} or {@code tag}; missing for a parent image
 * @param ref the branch or tag; missing for a parent image
 * @param parameters as it was asked for
 * @param state where it is in its life
 * @param reason why it waits, or why it did not succeed, in words
 * @param attempt how often it has been handed out
 * @param maxAttempts how often it may be
 * @param agent the agent that has it, or had it last
 * @param step the step that it is in now
 * @param commit the commit that was built; before that is known, the one that the push spoke of
 * @param images the images that it made
 * @param steps the steps of the last attempt
 * @param outcome how the last attempt ended
 * @param queuedAt when it was asked for
 * @param startedAt when the last attempt began
 * @param endedAt when it reached its final state
 * @param logBytes the length of the last attempt's log so far
 * @param logSha256 SHA-256 of the log, as the agent reported it
 * @param logIntact whether the stored log has that SHA-256
 * @param retryOf the build that this one repeats
 * @param requestedBy who asked for it
 * @param priority -100 to 100, higher ones are built first
 * @param requiredLabels what an agent must have to take it; empty once it has ended
 * @param note why it is held back or was ended by the server, in words
 * @param waiting what it waits for; only while it is queued, and only of a single build
 * @param triggeredBy the build of another project that this one followed from; only of a single
 *     build
 * @param triggered the builds of other projects that follow from this one; only of a single build
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Build")
public record BuildView(
    long id,
    String action,
    String project,
    @Nullable String type,
    @Nullable String ref,
    Map<String, String> parameters,
    String state,
    @Nullable String reason,
    int attempt,
    int maxAttempts,
    @Nullable String agent,
    @Nullable String step,
    @Nullable String commit,
    List<ImageReport> images,
    List<StepReport> steps,
    @Nullable Outcome outcome,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long logBytes,
    @Nullable String logSha256,
    @Nullable Boolean logIntact,
    @Nullable Long retryOf,
    String requestedBy,
    int priority,
    List<String> requiredLabels,
    @Nullable String note,
    @Nullable Waiting waiting,
    @Nullable Long triggeredBy,
    List<TriggeredBuild> triggered) {

  /** The same build with a reason in words. */
  BuildView because(String words) {
    return with(words, waiting, triggeredBy, triggered);
  }

  /** The same build with what it waits for. */
  BuildView waitingFor(Waiting explained) {
    return with(explained.reason(), explained, triggeredBy, triggered);
  }

  /** The same build with those before and after it. */
  BuildView between(@Nullable Long before, List<TriggeredBuild> after) {
    return with(reason, waiting, before, after);
  }

  private BuildView with(
      @Nullable String words,
      @Nullable Waiting wait,
      @Nullable Long before,
      List<TriggeredBuild> after) {
    return new BuildView(
        id,
        action,
        project,
        type,
        ref,
        parameters,
        state,
        words,
        attempt,
        maxAttempts,
        agent,
        step,
        commit,
        images,
        steps,
        outcome,
        queuedAt,
        startedAt,
        endedAt,
        logBytes,
        logSha256,
        logIntact,
        retryOf,
        requestedBy,
        priority,
        requiredLabels,
        note,
        wait,
        before,
        after);
  }
}
