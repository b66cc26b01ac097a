package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent needs to build a project or a parent image, secrets by value.
 *
 * @param action the action's type: {@code build} or {@code build_parent_image}
 * @param actionId the action; it is the build's number too
 * @param actionDataId what is built: the project's or the parent image's id
 * @param project the project's (or the parent image's) name
 * @param projectType {@code java}, {@code php}, {@code nodejs}, {@code python} or {@code other}
 * @param type {@code branch} or {@code tag}; missing where there is no source
 * @param buildConfig the identity of the set of scripts: versions compare only within the same set
 * @param buildConfigFileId what {@code /fetch_data} takes as {@code data_id}: names the pinned
 *     versions of the scripts
 * @param buildConfigFileVersionList one map of one entry, name to version, for each script
 * @param source where the source is; missing for a parent image
 * @param environment the image that scripts run in
 * @param compileScript the name of the script to compile with; missing when there is none
 * @param packaging how the image is made; missing for a library project
 * @param registry where images are pulled from and pushed to; missing when there is none
 * @param limits what the build may use
 * @param variables environment variables for the scripts, by name
 * @param homeFiles files for the home directory, path below it to content
 * @param secrets further values that must not appear in the log
 * @param unrepeatableSteps the steps that must not run twice: none of them may begin before the
 *     server is known to have heard of it; missing means none
 * @param secretFiles contents of files that scripts can read but no image gets, by the name of the
 *     environment variable that holds the file's path; missing means none
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE) // Chosen by ActionData; here it is chosen already.
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BuildData(
    String action,
    String actionId,
    String actionDataId,
    String project,
    String projectType,
    @Nullable String type,
    String buildConfig,
    String buildConfigFileId,
    List<Map<String, String>> buildConfigFileVersionList,
    @Nullable Source source,
    Environment environment,
    @Nullable String compileScript,
    @Nullable Packaging packaging,
    @Nullable Registry registry,
    Limits limits,
    Map<String, String> variables,
    Map<String, String> homeFiles,
    List<String> secrets,
    @Nullable List<String> unrepeatableSteps,
    @Nullable Map<String, String> secretFiles)
    implements ActionData {

  /** The build's steps, in their order. */
  public List<StepName> steps() {
    List<StepName> steps = new ArrayList<>();
    if (source != null) {
      steps.add(StepName.CHECKOUT);
    }
    steps.add(StepName.SCRIPTS);
    if (compileScript != null) {
      steps.add(StepName.IMAGE);
      steps.add(StepName.COMPILE);
    }
    if (packaging != null) {
      steps.add(StepName.PACKAGE);
      // A script pushes by itself.
      if (packaging.kind() == PackagingKind.DOCKERFILE && registry != null) {
        steps.add(StepName.PUSH);
      }
    }
    return List.copyOf(steps);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "BuildData[" + action + " " + actionId + " " + project + "]";
  }
}
