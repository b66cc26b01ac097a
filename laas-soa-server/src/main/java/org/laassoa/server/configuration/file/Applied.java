package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What applying a file did, or would do.
 *
 * @param dryRun whether nothing was stored
 * @param unchanged how many of the file's entries are as it says already
 * @param changes the others, in the order in which they are stored
 */
@Schema(name = "Applied")
@JsonNaming(SnakeCaseStrategy.class)
public record Applied(boolean dryRun, int unchanged, List<AppliedChange> changes) {}
