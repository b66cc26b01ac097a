package org.laassoa.server.configuration.parentimage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
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
import org.laassoa.server.configuration.script.ScriptFiles;

/**
 * A parent image as people send it.
 *
 * @param name the name; with a PUT the address has it
 * @param description free text
 * @param buildEnvironment where its compile script runs
 * @param files the content of each file, by name
 * @param compileScript the file to run first, or missing
 * @param packaging how the image is made; missing means from the file Dockerfile
 * @param imageRegistry where the image is pushed to, or missing
 * @param timeoutSeconds wall time of a build; missing means 3600
 */
@Schema(name = "ParentImageRequest", examples = ParentImageExamples.REQUEST)
@JsonNaming(SnakeCaseStrategy.class)
public record ParentImageRequest(
    @EntryName @Nullable String name,
    @Text(max = 1000, form = Text.Form.LINES) String description,
    @NotNull @EntryName String buildEnvironment,
    @NotEmpty @Size(max = ScriptFiles.MAX_FILES)
        Map<
                @ScriptName String,
                @NotNull @Text(max = ScriptFiles.MAX_CONTENT, form = Text.Form.CONTENT) String>
            files,
    @Nullable String compileScript,
    ParentImagePackaging packaging,
    @EntryName @Nullable String imageRegistry,
    @Min(1) @Max(604800) Long timeoutSeconds)
    implements EntryRequest {

  /** Fills in what may be missing. */
  public ParentImageRequest {
    description = Objects.requireNonNullElse(description, "");
    files = Objects.requireNonNullElse(files, Map.of());
    packaging = Objects.requireNonNullElse(packaging, ParentImagePackaging.DOCKERFILE);
    timeoutSeconds = Objects.requireNonNullElse(timeoutSeconds, 3600L);
  }
}
