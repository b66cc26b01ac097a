package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a set of scripts with all that is in it.
 *
 * @param number counts from 1
 * @param createdAt when it was saved
 * @param author who saved it; null for what is older than the first server that noted it
 * @param files version and content of each file, by name
 */
@Schema(name = "ScriptVersionFiles")
@JsonNaming(SnakeCaseStrategy.class)
public record ScriptVersionFiles(
    int number,
    Instant createdAt,
    @Nullable String author,
    SortedMap<String, VersionedFile> files) {}
