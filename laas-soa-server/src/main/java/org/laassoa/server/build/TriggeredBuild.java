package org.laassoa.server.build;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A build that followed from another one.
 *
 * @param project its project
 * @param build its number, or null while or when there is none
 * @param problem why there is none, in words, or null when it is about to be enqueued
 */
@Schema(name = "TriggeredBuild")
public record TriggeredBuild(String project, @Nullable Long build, @Nullable String problem) {}
