package org.laassoa.server.configuration.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Label;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.VariableName;

/**
 * A project as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param projectType what it is written in; missing means other
 * @param gitServer where its source is; missing means on the default git server
 * @param repository the path on the git server, or a whole http, https or git address
 * @param submodules whether submodules are checked out too
 * @param buildConfiguration how it is built
 * @param imageRegistry where its images are pushed to, or missing
 * @param variables environment variables for the scripts, over the configuration's, by name
 * @param timeoutSeconds wall time of a build; missing means 3600
 * @param maxAttempts how often a build is begun at most when agents get lost; missing means 2
 * @param maxConcurrent how many of its builds may be under way at once; missing means any number
 * @param newestOnly whether a queued build of a branch is cancelled when a newer one is enqueued
 * @param requiredLabels what an agent must have to take its builds, such as {@code arch=arm64}
 * @param triggers what of the repository's events is built; missing means nothing
 * @param reportStatus whether the git host is told the state of builds, at their commit
 * @param parameters what its builds take; with any, a build may have no others
 * @param downstream what is built when one of its builds has succeeded
 * @param publicBadge whether its badge is shown to people who have not signed in
 * @param keepBuilds so many of its newest ended builds are kept; missing means by the settings
 * @param keepDays its ended builds are kept for so many days; missing means by the settings
 */
@Schema(name = "ProjectRequest", examples = ProjectExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record ProjectRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @Schema(enumeration = {"java", "php", "nodejs", "python", "other"}) ProjectType projectType,
    @EntryName @Nullable String gitServer,
    @NotNull String repository,
    boolean submodules,
    @NotNull @EntryName String buildConfiguration,
    @EntryName @Nullable String imageRegistry,
    @Size(max = 200)
        Map<@VariableName String, @NotNull @Text(max = 32768, form = Text.Form.LINES) String>
            variables,
    @Min(1) @Max(604800) Long timeoutSeconds,
    @Min(1) @Max(10) Integer maxAttempts,
    @Min(1) @Max(1000) @Nullable Integer maxConcurrent,
    boolean newestOnly,
    @Size(max = 20) List<@NotNull @Label String> requiredLabels,
    @Valid Triggers triggers,
    boolean reportStatus,
    @Size(max = 100) List<@NotNull @Valid ParameterDefinition> parameters,
    @Size(max = 50) List<@NotNull @Valid DownstreamProject> downstream,
    boolean publicBadge,
    @Min(1) @Max(1000000) @Nullable Integer keepBuilds,
    @Min(1) @Max(36500) @Nullable Integer keepDays)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public ProjectRequest {
    description = Objects.requireNonNullElse(description, "");
    projectType = Objects.requireNonNullElse(projectType, ProjectType.OTHER);
    variables = Objects.requireNonNullElse(variables, Map.of());
    timeoutSeconds = Objects.requireNonNullElse(timeoutSeconds, 3600L);
    maxAttempts = Objects.requireNonNullElse(maxAttempts, 2);
    requiredLabels = Objects.requireNonNullElse(requiredLabels, List.of());
    triggers = Objects.requireNonNullElse(triggers, Triggers.NONE);
    parameters = Objects.requireNonNullElse(parameters, List.of());
    downstream = Objects.requireNonNullElse(downstream, List.of());
  }

  /** The same with another description. */
  ProjectRequest described(String words) {
    return new ProjectRequest(
        name,
        words,
        projectType,
        gitServer,
        repository,
        submodules,
        buildConfiguration,
        imageRegistry,
        variables,
        timeoutSeconds,
        maxAttempts,
        maxConcurrent,
        newestOnly,
        requiredLabels,
        triggers,
        reportStatus,
        parameters,
        downstream,
        publicBadge,
        keepBuilds,
        keepDays);
  }
}
