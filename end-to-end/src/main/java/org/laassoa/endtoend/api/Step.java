package org.laassoa.endtoend.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a build.
 *
 * @param name such as {@code compile}
 * @param state such as {@code succeeded}
 * @param startedAt ISO 8601, by the agent's clock
 * @param endedAt ISO 8601, or null while it runs
 * @param logFrom where the script's own output begins in the log, in bytes
 * @param logTo where it ends, exclusive
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Step(
    String name,
    String state,
    @Nullable String startedAt,
    @Nullable String endedAt,
    @Nullable Long logFrom,
    @Nullable Long logTo) {

  /** How long it took; zero while it has not ended. */
  public Duration took() {
    return startedAt == null || endedAt == null
        ? Duration.ZERO
        : Duration.between(Instant.parse(startedAt), Instant.parse(endedAt));
  }
}
