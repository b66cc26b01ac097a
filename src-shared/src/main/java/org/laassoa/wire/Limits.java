package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What one build may use.
 *
 * @param timeoutSeconds wall time of the whole build, at least 1
 * @param memoryBytes memory of a script, or missing for no limit
 * @param cpus processors of a script, such as 1.5, or missing for no limit
 * @param pids processes of a script, or missing for no limit
 * @param logBytes length of an attempt's log, but for the agent's own last lines; missing for no
 *     limit
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Limits(
    long timeoutSeconds,
    @Nullable Long memoryBytes,
    @Nullable Double cpus,
    @Nullable Long pids,
    @Nullable Long logBytes) {}
