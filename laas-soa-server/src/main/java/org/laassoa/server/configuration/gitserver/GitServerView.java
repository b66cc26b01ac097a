package org.laassoa.server.configuration.gitserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A git server as people see it: without its password.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param kind what runs there
 * @param address scheme and host, perhaps with a path
 * @param port the port, or null for the scheme's own
 * @param username login, or null
 * @param hasPassword whether a password is stored
 * @param isDefault whether projects that name no git server use this one
 * @param hasApiToken whether a token of its own is stored for the host's API
 * @param insecure whether calls to the host's API take any TLS certificate
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "GitServer", examples = GitServerExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record GitServerView(
    long id,
    String name,
    String description,
    @Schema(enumeration = {"generic", "gitlab", "gitea", "github"}) GitServerKind kind,
    String address,
    @Nullable Integer port,
    @Nullable String username,
    boolean hasPassword,
    @JsonProperty("is_default") boolean isDefault,
    boolean hasApiToken,
    boolean insecure,
    Instant createdAt,
    Instant updatedAt) {

  static GitServerView of(GitServer server) {
    return new GitServerView(
        server.getId(),
        server.getName(),
        server.getDescription(),
        server.getKind(),
        server.getAddress(),
        server.getPort(),
        server.getUsername(),
        server.getPasswordEnc() != null,
        server.isDefault(),
        server.getApiTokenEnc() != null,
        server.isInsecure(),
        server.getCreatedAt(),
        server.getUpdatedAt());
  }
}
