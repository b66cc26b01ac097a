package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * The disk of an agent's folder.
 *
 * @param freeBytes what the agent's user can still write, roughly: it follows larger changes only
 * @param totalBytes how large the disk is
 * @param neededBytes how many must be free for the agent to take work, or null
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record DiskSpace(
    @Nullable Long freeBytes, @Nullable Long totalBytes, @Nullable Long neededBytes) {}
