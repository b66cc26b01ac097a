package org.laassoa.server.configuration.environment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.wire.PullPolicy;

/**
 * A build environment as people see it.
 *
 * @param id the row's number
 * @param name the unique name; the image made from it is {@code build_<name>}
 * @param description free text
 * @param image the base image
 * @param imageRegistry the registry to log in to for the base image, or null
 * @param recipe Dockerfile lines after FROM, or null
 * @param pullPolicy when the base image is pulled
 * @param network the network that scripts see
 * @param memoryBytes memory of a script, or null for no limit
 * @param cpus processors of a script, or null for no limit
 * @param pids processes of a script, or null for no limit
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "BuildEnvironment", examples = BuildEnvironmentExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record BuildEnvironmentView(
    long id,
    String name,
    String description,
    String image,
    @Nullable String imageRegistry,
    @Nullable String recipe,
    @Schema(enumeration = {"if_missing", "always", "never"}) PullPolicy pullPolicy,
    @Schema(enumeration = {"bridge", "host", "none"}) ContainerNetwork network,
    @Nullable Long memoryBytes,
    @Nullable Double cpus,
    @Nullable Long pids,
    Instant createdAt,
    Instant updatedAt) {

  static BuildEnvironmentView of(BuildEnvironment environment) {
    ImageRegistry registry = environment.getImageRegistry();
    return new BuildEnvironmentView(
        environment.getId(),
        environment.getName(),
        environment.getDescription(),
        environment.getImage(),
        registry == null ? null : registry.getName(),
        environment.getRecipe(),
        environment.getPullPolicy(),
        environment.getNetwork(),
        environment.getMemoryBytes(),
        environment.getCpus(),
        environment.getPids(),
        environment.getCreatedAt(),
        environment.getUpdatedAt());
  }
}
