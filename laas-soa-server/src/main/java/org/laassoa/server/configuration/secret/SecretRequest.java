package org.laassoa.server.configuration.secret;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * A secret as people send it.
 *
 * @param kind how scripts get it
 * @param value the secret itself, 4 to 32768 characters for a variable and to 65536 for a file;
 *     missing keeps what is stored
 * @param description free text
 */
@Schema(name = "SecretRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record SecretRequest(
    @Schema(enumeration = {"env", "file"}) @NotNull SecretKind kind,
    @Schema(implementation = String.class, writeOnly = true) WriteOnly<String> value,
    @Text(max = 1000, form = Text.Form.LINES) String description) {

  /** Fills in what may be missing. */
  public SecretRequest {
    description = Objects.requireNonNullElse(description, "");
  }
}
