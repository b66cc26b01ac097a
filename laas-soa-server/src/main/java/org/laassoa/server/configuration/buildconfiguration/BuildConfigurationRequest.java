package org.laassoa.server.configuration.buildconfiguration;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.ScriptName;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.VariableName;
import org.laassoa.server.configuration.input.WriteOnly;
import org.laassoa.server.configuration.script.ScriptFiles;

/**
 * A build configuration as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param buildEnvironment where the compile script runs
 * @param files the content of each script and Dockerfile, by name
 * @param compileScript the file to compile with, or missing
 * @param compileMayRepeat false where running the compile script twice does harm; missing means
 *     true
 * @param packaging how the image is made; missing means that none is
 * @param buildArgs the Dockerfile's build arguments, by name
 * @param parentImage the image of our own that it builds on, or missing
 * @param variables environment variables for the scripts, by name
 * @param homeFiles files for the home directory, path below it to content; missing keeps the stored
 *     ones, null clears them
 */
@Schema(name = "BuildConfigurationRequest", examples = BuildConfigurationExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record BuildConfigurationRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @EntryName String buildEnvironment,
    @Size(max = ScriptFiles.MAX_FILES)
        Map<
                @ScriptName String,
                @NotNull @Text(max = ScriptFiles.MAX_CONTENT, form = Text.Form.CONTENT) String>
            files,
    @Nullable String compileScript,
    Boolean compileMayRepeat,
    @Valid BuildPackaging packaging,
    @Size(max = 200)
        Map<@VariableName String, @NotNull @Text(max = 32768, form = Text.Form.LINES) String>
            buildArgs,
    @EntryName @Nullable String parentImage,
    @Size(max = 200)
        Map<@VariableName String, @NotNull @Text(max = 32768, form = Text.Form.LINES) String>
            variables,
    @Schema(implementation = Map.class, nullable = true, writeOnly = true)
        WriteOnly<Map<String, String>> homeFiles)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public BuildConfigurationRequest {
    description = Objects.requireNonNullElse(description, "");
    files = Objects.requireNonNullElse(files, Map.of());
    compileMayRepeat = Objects.requireNonNullElse(compileMayRepeat, true);
    packaging = Objects.requireNonNullElse(packaging, BuildPackaging.NONE);
    buildArgs = Objects.requireNonNullElse(buildArgs, Map.of());
    variables = Objects.requireNonNullElse(variables, Map.of());
  }
}
