package org.laassoa.server.configuration.registry;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An image registry as people see it: without its password.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param address the host, perhaps with a path
 * @param port the port, or null for the usual one
 * @param username login, or null
 * @param hasPassword whether a password is stored
 * @param tls whether it is reached by https
 * @param insecure whether any TLS certificate is taken
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "ImageRegistry", examples = ImageRegistryExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record ImageRegistryView(
    long id,
    String name,
    String description,
    String address,
    @Nullable Integer port,
    @Nullable String username,
    boolean hasPassword,
    boolean tls,
    boolean insecure,
    Instant createdAt,
    Instant updatedAt) {

  static ImageRegistryView of(ImageRegistry registry) {
    return new ImageRegistryView(
        registry.getId(),
        registry.getName(),
        registry.getDescription(),
        registry.getAddress(),
        registry.getPort(),
        registry.getUsername(),
        registry.getPasswordEnc() != null,
        registry.isTls(),
        registry.isInsecure(),
        registry.getCreatedAt(),
        registry.getUpdatedAt());
  }
}
