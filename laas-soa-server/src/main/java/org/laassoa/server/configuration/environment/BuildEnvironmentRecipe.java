package org.laassoa.server.configuration.environment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.wire.Environment;
import org.laassoa.wire.PullPolicy;

/**
 * How an agent makes the image that scripts run in. It makes it anew when the recipe or the base
 * image has changed.
 *
 * @param image the name of the image that is made
 * @param dockerfile the whole Dockerfile
 * @param pullPolicy when the base image is pulled before
 * @param network the network of its RUN lines
 */
@Schema(name = "BuildEnvironmentRecipe")
@JsonNaming(SnakeCaseStrategy.class)
public record BuildEnvironmentRecipe(
    String image,
    String dockerfile,
    @Schema(enumeration = {"if_missing", "always", "never"}) PullPolicy pullPolicy,
    @Schema(enumeration = {"bridge", "host", "none"}) ContainerNetwork network) {

  static final String EXAMPLE =
      """
      {
        "image": "build_jdk:latest",
        "dockerfile": "FROM maven:3.9-eclipse-temurin-25\\nRUN apt-get update\\n",
        "pull_policy": "if_missing",
        "network": "bridge"
      }
      """;

  static BuildEnvironmentRecipe of(BuildEnvironment environment) {
    Environment wire = environment.wire();
    return new BuildEnvironmentRecipe(
        wire.imageName(), wire.dockerfile(), wire.pullPolicy(), environment.getNetwork());
  }
}
