package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.script.VersionedFile;

/**
 * A build configuration as people see it: without the content of its home files.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param buildEnvironment where the compile script runs
 * @param files version and content of each file, by name; lists leave the contents out
 * @param compileScript the file to compile with, or null
 * @param compileMayRepeat false where running the compile script twice does harm
 * @param packaging how the image is made, if one is
 * @param buildArgs the Dockerfile's build arguments, by name
 * @param parentImage the image of our own that it builds on, or null
 * @param variables environment variables for the scripts, by name
 * @param homeFileNames paths of the files for the home directory
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "BuildConfiguration", examples = BuildConfigurationExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record BuildConfigurationView(
    long id,
    String name,
    String description,
    String buildEnvironment,
    SortedMap<String, VersionedFile> files,
    @Nullable String compileScript,
    boolean compileMayRepeat,
    BuildPackaging packaging,
    Map<String, String> buildArgs,
    @Nullable String parentImage,
    Map<String, String> variables,
    List<String> homeFileNames,
    Instant createdAt,
    Instant updatedAt) {

  static BuildConfigurationView of(
      BuildConfiguration stored,
      SortedMap<String, VersionedFile> files,
      List<String> homeFileNames) {
    return new BuildConfigurationView(
        stored.getId(),
        stored.getName(),
        stored.getDescription(),
        stored.getBuildEnvironment().getName(),
        files,
        stored.getCompileScript(),
        stored.isCompileMayRepeat(),
        new BuildPackaging(
            stored.getPackagingKind(),
            stored.getPackagingFile(),
            stored.getPackagingContext(),
            nameOf(stored.getPackagingEnvironment())),
        stored.getBuildArgs(),
        nameOf(stored.getParentImage()),
        stored.getVariables(),
        homeFileNames,
        stored.getCreatedAt(),
        stored.getUpdatedAt());
  }

  private static @Nullable String nameOf(@Nullable ConfigurationEntry entry) {
    return entry == null ? null : entry.getName();
  }
}
