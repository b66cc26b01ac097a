package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;

/**
 * A project as people see it.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param projectType what it is written in
 * @param gitServer where its source is; null means on the default git server
 * @param repository the path on the git server, or a whole address
 * @param submodules whether submodules are checked out too
 * @param buildConfiguration how it is built
 * @param imageRegistry where its images are pushed to, or null
 * @param variables environment variables for the scripts, by name
 * @param timeoutSeconds wall time of a build
 * @param maxAttempts how often a build is begun at most when agents get lost
 * @param maxConcurrent how many of its builds may be under way at once; null means any number
 * @param newestOnly whether a queued build of a branch is cancelled when a newer one is enqueued
 * @param requiredLabels what an agent must have to take its builds
 * @param triggers what of the repository's events is built
 * @param reportStatus whether the git host is told the state of builds, at their commit
 * @param parameters what its builds take; with any, a build may have no others
 * @param downstream what is built when one of its builds has succeeded
 * @param publicBadge whether its badge is shown to people who have not signed in
 * @param keepBuilds so many of its newest ended builds are kept; null means by the settings
 * @param keepDays its ended builds are kept for so many days; null means by the settings
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "Project", examples = ProjectExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record ProjectView(
    long id,
    String name,
    String description,
    @Schema(enumeration = {"java", "php", "nodejs", "python", "other"}) ProjectType projectType,
    @Nullable String gitServer,
    String repository,
    boolean submodules,
    String buildConfiguration,
    @Nullable String imageRegistry,
    Map<String, String> variables,
    long timeoutSeconds,
    int maxAttempts,
    @Nullable Integer maxConcurrent,
    boolean newestOnly,
    List<String> requiredLabels,
    Triggers triggers,
    boolean reportStatus,
    List<ParameterDefinition> parameters,
    List<DownstreamProject> downstream,
    boolean publicBadge,
    @Nullable Integer keepBuilds,
    @Nullable Integer keepDays,
    Instant createdAt,
    Instant updatedAt) {

  static ProjectView of(Project project) {
    return new ProjectView(
        project.getId(),
        project.getName(),
        project.getDescription(),
        project.getProjectType(),
        nameOf(project.getGitServer()),
        project.getRepository(),
        project.isSubmodules(),
        project.getBuildConfiguration().getName(),
        nameOf(project.getImageRegistry()),
        project.getVariables(),
        project.getTimeoutSeconds(),
        project.getMaxAttempts(),
        project.getMaxConcurrent(),
        project.isNewestOnly(),
        project.getRequiredLabels(),
        project.getTriggers(),
        project.isReportStatus(),
        project.getParameters(),
        project.getDownstream(),
        project.isPublicBadge(),
        project.getKeepBuilds(),
        project.getKeepDays(),
        project.getCreatedAt(),
        project.getUpdatedAt());
  }

  private static @Nullable String nameOf(@Nullable ConfigurationEntry entry) {
    return entry == null ? null : entry.getName();
  }
}
