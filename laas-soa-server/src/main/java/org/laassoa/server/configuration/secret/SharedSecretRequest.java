package org.laassoa.server.configuration.secret;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * A shared secret as people send it.
 *
 * @param kind how scripts get it
 * @param value as in {@link SecretRequest}
 * @param description free text
 * @param projects the projects whose builds get it, possibly none; missing means every project
 * @param parentImages whether the builds of parent images get it; missing means that they do not
 */
@Schema(name = "SharedSecretRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record SharedSecretRequest(
    @Schema(enumeration = {"env", "file"}) @NotNull SecretKind kind,
    @Schema(implementation = String.class, writeOnly = true) WriteOnly<String> value,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @Size(max = 1000) @Nullable List<@NotNull @EntryName String> projects,
    Boolean parentImages) {

  /** Fills in what may be missing. */
  public SharedSecretRequest {
    description = Objects.requireNonNullElse(description, "");
    parentImages = Objects.requireNonNullElse(parentImages, false);
  }

  /** What it has in common with a project's own. */
  SecretRequest plain() {
    return new SecretRequest(kind, value, description);
  }
}
