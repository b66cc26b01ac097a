package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Limits;
import org.laassoa.wire.PullPolicy;

/**
 * What a build would do if it were enqueued now, secrets masked.
 *
 * @param project the project
 * @param type branch or tag
 * @param ref the ref's short name
 * @param buildConfiguration the build configuration
 * @param scriptVersion the version of its scripts; 0 where it has none
 * @param source where the source is
 * @param environment where scripts run
 * @param limits what the build may use
 * @param steps the steps in their order
 * @param variables the environment variables of scripts, by name
 * @param builtInVariables the names of those that the agent sets by itself
 * @param packaging how the image is made; missing where none is
 * @param registry where the image is pushed to, host and path; missing where it is not
 * @param homeFiles the paths of the files in the home directory
 * @param secretFiles the variables that hold the path of a file with a secret
 * @param requiredLabels what an agent must have
 * @param unrepeatableSteps the steps that are not run twice
 */
@Schema(name = "Preview")
@JsonNaming(SnakeCaseStrategy.class)
public record PreviewView(
    String project,
    String type,
    String ref,
    String buildConfiguration,
    int scriptVersion,
    PreviewSource source,
    PreviewEnvironment environment,
    Limits limits,
    List<PreviewStep> steps,
    List<PreviewVariable> variables,
    List<String> builtInVariables,
    @Nullable PreviewPackaging packaging,
    @Nullable String registry,
    List<String> homeFiles,
    List<String> secretFiles,
    List<String> requiredLabels,
    List<String> unrepeatableSteps) {

  /**
   * Where the source is.
   *
   * @param gitServer the git server's name
   * @param url without a login
   * @param ref the ref's short name
   * @param submodules whether they are checked out too
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PreviewSource(String gitServer, String url, String ref, boolean submodules) {}

  /**
   * Where scripts run.
   *
   * @param name the build environment
   * @param image its base image
   * @param buildImage the name of the image that is made from it
   * @param dockerfile what that is made from
   * @param pullPolicy when the base image is pulled
   * @param network the network of scripts
   * @param registry where to log in for the base image, or null
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PreviewEnvironment(
      String name,
      String image,
      String buildImage,
      String dockerfile,
      @Schema(enumeration = {"if_missing", "always", "never"}) PullPolicy pullPolicy,
      String network,
      @Nullable String registry) {}

  /**
   * A step.
   *
   * @param step its name
   * @param script the script that it runs, or null
   * @param version the script's version, or null
   * @param content what the script says, or null
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PreviewStep(
      String step, @Nullable String script, @Nullable Integer version, @Nullable String content) {}

  /**
   * An environment variable.
   *
   * @param name its name
   * @param value its value; of a secret only that there is one
   * @param from who sets it
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PreviewVariable(
      String name,
      String value,
      @Schema(enumeration = {"configuration", "project", "parameter", "secret"}) String from) {}

  /**
   * How the image is made.
   *
   * @param kind by a Dockerfile or by a script
   * @param file the Dockerfile or the script
   * @param content what it says; null where it is a file of the source
   * @param context the Dockerfile's context
   * @param image the image's name with a placeholder for the tag
   * @param buildArgs the build arguments; the agent puts variables, but no secrets, for {@code
   *     ${NAME}}
   * @param environment where the script runs, or null where it is that of the compile script
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record PreviewPackaging(
      @Schema(enumeration = {"dockerfile", "script"}) String kind,
      String file,
      @Nullable String content,
      String context,
      String image,
      Map<String, String> buildArgs,
      @Nullable PreviewEnvironment environment) {}
}
