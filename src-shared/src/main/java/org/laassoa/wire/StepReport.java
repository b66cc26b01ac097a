package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a build.
 *
 * @param name {@code checkout}, {@code scripts}, {@code image}, {@code compile}, {@code package} or
 *     {@code push}
 * @param state {@code running}, {@code succeeded}, {@code failed}, {@code cancelled} or {@code
 *     skipped}
 * @param startedAt by the agent's clock
 * @param endedAt by the agent's clock, or missing while it runs
 * @param logFrom where the step's own output begins in the log, in bytes
 * @param logTo where the step's own output ends in the log, exclusive, or missing while it runs
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StepReport(
    String name,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Long logFrom,
    @Nullable Long logTo) {}
