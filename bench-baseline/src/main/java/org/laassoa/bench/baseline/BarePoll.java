package org.laassoa.bench.baseline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a poll, read and not looked at.
 *
 * @param actions as an agent names them
 * @param capacity how many it takes
 * @param waitSeconds how long to hold it
 * @param holding nothing
 * @param version the agent's
 * @param executor how it runs scripts
 */
public record BarePoll(
    @Nullable List<String> actions,
    @Nullable Integer capacity,
    @JsonProperty("wait") @Nullable Integer waitSeconds,
    @Nullable List<String> holding,
    @Nullable String version,
    @Nullable String executor) {}
