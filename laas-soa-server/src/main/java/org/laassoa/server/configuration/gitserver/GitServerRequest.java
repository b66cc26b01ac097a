package org.laassoa.server.configuration.gitserver;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * A git server as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param kind what runs there; missing means generic
 * @param address scheme and host, perhaps with a path below which the repositories are
 * @param port the port, or missing for the scheme's own
 * @param username login, or missing
 * @param password password or token; missing keeps the stored one, null clears it
 * @param isDefault whether projects that name no git server use this one
 * @param apiToken token for the host's API; missing keeps the stored one, null clears it: then the
 *     password is used
 * @param insecure whether calls to the host's API take any TLS certificate
 */
@Schema(name = "GitServerRequest", examples = GitServerExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record GitServerRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @Schema(enumeration = {"generic", "gitlab", "gitea", "github"}) GitServerKind kind,
    @NotNull String address,
    @Min(1) @Max(65535) @Nullable Integer port,
    @Text(max = 255) @Nullable String username,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> password,
    @JsonProperty("is_default") boolean isDefault,
    @Schema(implementation = String.class, nullable = true, writeOnly = true)
        WriteOnly<String> apiToken,
    boolean insecure)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public GitServerRequest {
    description = Objects.requireNonNullElse(description, "");
    kind = Objects.requireNonNullElse(kind, GitServerKind.GENERIC);
  }
}
