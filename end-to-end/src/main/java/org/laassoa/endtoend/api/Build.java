package org.laassoa.endtoend.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A build as the server shows it.
 *
 * @param id its number
 * @param state {@code queued}, {@code consumed}, {@code running}, {@code succeeded}, {@code failed}
 *     or {@code cancelled}
 * @param reason why it waits or failed, in words
 * @param attempt the current attempt, from 1; 0 before the first
 * @param agent the agent that has it
 * @param commit the commit that was built
 * @param images what was made
 * @param steps its steps so far
 * @param outcome how it ended: {@code result} and what belongs to it
 * @param queuedAt ISO 8601
 * @param startedAt ISO 8601
 * @param endedAt ISO 8601
 * @param logBytes the log's length
 * @param logSha256 SHA-256 of the whole log
 * @param logIntact whether what the server has is what the agent sent
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Build(
    long id,
    String state,
    @Nullable String reason,
    int attempt,
    @Nullable String agent,
    @Nullable String commit,
    @Nullable List<Image> images,
    @Nullable List<Step> steps,
    @Nullable JsonNode outcome,
    @Nullable String queuedAt,
    @Nullable String startedAt,
    @Nullable String endedAt,
    long logBytes,
    @Nullable String logSha256,
    @Nullable Boolean logIntact) {

  private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

  /** An image, with the registry's digest when it was pushed. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Image(String name, @Nullable String id, @Nullable String digest) {}

  /** Whether nothing more happens to it. */
  public boolean ended() {
    return ENDED.contains(state);
  }

  /** How it ended, such as {@code script_failed}; empty before. */
  public String result() {
    return outcome == null ? "" : outcome.path("result").asText();
  }

  /** A field of the outcome as text, such as {@code exit_code}; empty when it is missing. */
  public String outcome(String field) {
    return outcome == null ? "" : outcome.path(field).asText();
  }

  /** The step of that name. */
  public Step step(String name) {
    return (steps == null ? List.<Step>of() : steps)
        .stream()
            .filter(step -> step.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no step " + name + " in " + this));
  }
}
