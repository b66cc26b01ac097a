package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /consume_action}. Every field may be missing, so that an empty POST is a
 * poll.
 *
 * @param actions the action types the agent subscribes to; missing means all
 * @param capacity how many actions the agent holds at most at the same time, 1 to 1000; missing
 *     means 1
 * @param waitSeconds how many seconds the server may hold the request until there is something, 0
 *     to 60
 * @param holding what the agent owns now: renews the leases and acknowledges what was handed out
 * @param version the agent's version
 * @param executor how the agent runs scripts: {@code docker} or {@code process}
 * @param resume what a former process of this agent ran and this one would go on with: each is
 *     answered by the order it once was handed out with, or by {@code abandon}. Renews the leases
 *     as {@code holding} does
 * @param pickUp how the agent learns of work: {@code doorbell}, {@code held_poll} or {@code poll}
 * @param labels what the agent has, for builds that require it: at most 50 texts such as {@code
 *     os=linux}, {@code arch=amd64}, {@code docker}, {@code gpu}
 * @param notTaking why the agent takes no work at present, for people; missing means it does
 * @param disk the disk of the agent's folder; missing means that it is not known
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConsumeRequest(
    @Nullable List<String> actions,
    @Nullable Integer capacity,
    @JsonProperty("wait") @Nullable Integer waitSeconds,
    @Nullable List<Holding> holding,
    @Nullable String version,
    @Nullable String executor,
    @Nullable List<Holding> resume,
    @Nullable String pickUp,
    @Nullable List<String> labels,
    @Nullable String notTaking,
    @Nullable DiskSpace disk) {}
