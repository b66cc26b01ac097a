package org.laassoa.server.configuration.secret;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A secret that the builds of a project get, as people see it: without its value.
 *
 * @param name the environment variable
 * @param scope whether it is the project's own or a shared one
 * @param kind whether the variable holds the value, or the path of a file with it
 * @param hasValue always true: a secret without a value is none
 * @param description free text
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 * @param updatedBy who put it last
 */
@Schema(name = "Secret")
@JsonNaming(SnakeCaseStrategy.class)
public record SecretView(
    String name,
    @Schema(enumeration = {"project", "shared"}) String scope,
    @Schema(enumeration = {"env", "file"}) SecretKind kind,
    boolean hasValue,
    String description,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy) {

  static SecretView of(StoredSecret secret) {
    return new SecretView(
        secret.name(),
        secret.projectId() == null ? "shared" : "project",
        secret.kind(),
        true,
        secret.description(),
        secret.createdAt(),
        secret.updatedAt(),
        secret.updatedBy());
  }
}
