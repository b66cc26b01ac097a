package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a set of scripts: each save that changes a file makes one.
 *
 * @param number counts from 1
 * @param createdAt when it was saved
 * @param author who saved it; null for what is older than the first server that noted it
 * @param changes what differs from the version before
 */
@Schema(name = "ScriptVersion", examples = ScriptVersionExamples.VERSION)
@JsonNaming(SnakeCaseStrategy.class)
public record ScriptVersionView(
    int number, Instant createdAt, @Nullable String author, List<FileChange> changes) {}
