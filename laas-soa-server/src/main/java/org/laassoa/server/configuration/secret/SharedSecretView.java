package org.laassoa.server.configuration.secret;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A shared secret as people see it: without its value.
 *
 * @param name the environment variable
 * @param kind whether the variable holds the value, or the path of a file with it
 * @param hasValue always true: a secret without a value is none
 * @param description free text
 * @param projects the projects whose builds get it; null means every project
 * @param parentImages whether the builds of parent images get it
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 * @param updatedBy who put it last
 */
@Schema(name = "SharedSecret")
@JsonNaming(SnakeCaseStrategy.class)
public record SharedSecretView(
    String name,
    @Schema(enumeration = {"env", "file"}) SecretKind kind,
    boolean hasValue,
    String description,
    @Nullable List<String> projects,
    boolean parentImages,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy) {

  static SharedSecretView of(StoredSecret secret, List<String> projects) {
    return new SharedSecretView(
        secret.name(),
        secret.kind(),
        true,
        secret.description(),
        secret.everyProject() ? null : projects,
        secret.parentImages(),
        secret.createdAt(),
        secret.updatedAt(),
        secret.updatedBy());
  }
}
