package org.laassoa.server.build;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An image that a build of a parent image has made.
 *
 * @param build the build's number
 * @param image name and tag
 * @param imageId the engine's id, or null where the agent did not know it
 * @param digest the registry's digest, or null where it was not pushed
 * @param builtAt when the build ended
 * @param requestedBy who asked for the build
 */
@Schema(name = "BuiltImage", examples = BuiltImageView.EXAMPLE)
@JsonNaming(SnakeCaseStrategy.class)
public record BuiltImageView(
    long build,
    String image,
    @Nullable String imageId,
    @Nullable String digest,
    Instant builtAt,
    String requestedBy) {

  static final String EXAMPLE =
      """
      {
        "build": 41,
        "image": "registry.example.com/base:41_202611221000",
        "image_id": "sha256:9f2a",
        "digest": "sha256:77d1",
        "built_at": "2026-11-22T10:03:00Z",
        "requested_by": "alice"
      }
      """;
}
