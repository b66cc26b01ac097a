package org.laassoa.server.configuration.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.RegistryHost;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * An image registry as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param address the host without scheme, perhaps with a path that stands before each image's name
 * @param port the port, or missing for the usual one
 * @param username login, or missing
 * @param password password or token; missing keeps the stored one, null clears it
 * @param tls whether it is reached by https; missing means yes. Engines have settings of their own
 * @param insecure whether any TLS certificate is taken
 */
@Schema(name = "ImageRegistryRequest", examples = ImageRegistryExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record ImageRegistryRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @RegistryHost String address,
    @Min(1) @Max(65535) @Nullable Integer port,
    @Text(max = 255) @Nullable String username,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> password,
    Boolean tls,
    boolean insecure)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public ImageRegistryRequest {
    description = Objects.requireNonNullElse(description, "");
    tls = Objects.requireNonNullElse(tls, true);
  }
}
