package org.laassoa.server.githost;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A repository at a git host.
 *
 * @param path below the host's address, as a project's {@code repository} has it
 * @param description what its people wrote about it, possibly empty
 * @param defaultBranch its default branch, or null while it is empty
 * @param webUrl its page
 */
@Schema(name = "Repository")
@JsonNaming(SnakeCaseStrategy.class)
public record Repository(
    String path, String description, @Nullable String defaultBranch, @Nullable String webUrl) {}
