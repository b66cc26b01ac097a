package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.server.configuration.FieldChange;

/**
 * What applying a file does to one entry.
 *
 * @param section the kind, such as {@code git_servers}
 * @param name the entry
 * @param effect what becomes of it
 * @param changes the fields that differ; a secret that the file sets is not among them
 */
@Schema(name = "AppliedChange")
@JsonNaming(SnakeCaseStrategy.class)
public record AppliedChange(
    String section,
    String name,
    @Schema(enumeration = {"created", "updated", "deleted"}) String effect,
    List<FieldChange> changes) {}
