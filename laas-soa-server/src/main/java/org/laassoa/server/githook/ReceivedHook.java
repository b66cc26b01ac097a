package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call of a git host, and what became of it.
 *
 * @param id its number
 * @param receivedAt when it came
 * @param delivery the host's own id of it, possibly empty
 * @param event what it tells of
 * @param ref the branch or tag, or null
 * @param commit the commit, or null
 * @param causedBy who did it, or null
 * @param result what became of it
 * @param note why, in words
 * @param build the build that it led to, now or before; or null
 */
@Schema(name = "ReceivedHook")
@JsonNaming(SnakeCaseStrategy.class)
public record ReceivedHook(
    long id,
    Instant receivedAt,
    String delivery,
    String event,
    @Nullable String ref,
    @Nullable String commit,
    @Nullable String causedBy,
    @Schema(enumeration = {"built", "repeated", "ignored", "failed"}) String result,
    String note,
    @Nullable Long build) {}
