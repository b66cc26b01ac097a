package org.laassoa.builder.build;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/**
 * All that a later process of the agent must know to go on with an attempt, but for its secrets,
 * which stay with the server.
 *
 * @param begun since when it works in which workspace, or null while it waits for it
 * @param steps the steps so far; the last one may be running
 * @param script the running step's script, or null when there is none or not yet
 * @param commit the commit that is checked out, or null when there is none or not yet
 * @param images the images made so far
 * @param stopped who has stopped the running step, or null
 * @param outcome how the attempt has ended, or null while it runs
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Checkpoint(
    @Nullable Begun begun,
    List<StepReport> steps,
    @Nullable ScriptMark script,
    @Nullable String commit,
    List<ImageReport> images,
    @Nullable StopReason stopped,
    @Nullable Outcome outcome) {

  /** Nothing has happened yet. */
  public static final Checkpoint NOTHING =
      new Checkpoint(null, List.of(), null, null, List.of(), null, null);

  /**
   * The beginning of the work.
   *
   * @param workspace the workspace's folder, absolute
   * @param at by the agent's clock; the time limit counts from here
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Begun(String workspace, Instant at) {}

  /** Whether there is something to go on with: else it has not begun, or was let go of. */
  public boolean resumable() {
    return begun != null && (stopped == null || !stopped.letsGo());
  }
}
