package org.laassoa.server.configuration.parentimage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.registry.ImageRegistry;
import org.laassoa.server.configuration.script.VersionedFile;

/**
 * A parent image as people see it.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param buildEnvironment where its compile script runs
 * @param files version and content of each file, by name; lists leave the contents out
 * @param compileScript the file to run first, or null
 * @param packaging how the image is made
 * @param imageRegistry where the image is pushed to, or null
 * @param timeoutSeconds wall time of a build
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "ParentImage", examples = ParentImageExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record ParentImageView(
    long id,
    String name,
    String description,
    String buildEnvironment,
    SortedMap<String, VersionedFile> files,
    @Nullable String compileScript,
    ParentImagePackaging packaging,
    @Nullable String imageRegistry,
    long timeoutSeconds,
    Instant createdAt,
    Instant updatedAt) {

  static ParentImageView of(ParentImage image, SortedMap<String, VersionedFile> files) {
    ImageRegistry registry = image.getImageRegistry();
    return new ParentImageView(
        image.getId(),
        image.getName(),
        image.getDescription(),
        image.getBuildEnvironment().getName(),
        files,
        image.getCompileScript(),
        new ParentImagePackaging(image.getPackagingKind(), image.getPackagingFile()),
        registry == null ? null : registry.getName(),
        image.getTimeoutSeconds(),
        image.getCreatedAt(),
        image.getUpdatedAt());
  }
}
