package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an image is made.
 *
 * @param kind from a Dockerfile through the engine, or by a trusted script
 * @param file the Dockerfile's or the script's name: among the scripts, else below the source
 * @param context the Dockerfile's context: {@code source} or {@code target}
 * @param image the image's name without tag, with the registry's address when there is one
 * @param tag the image's tag
 * @param buildArgs build arguments of the Dockerfile, by name
 * @param environment the environment of the package script; missing means the compile environment
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Packaging(
    PackagingKind kind,
    String file,
    String context,
    String image,
    String tag,
    Map<String, String> buildArgs,
    @Nullable Environment environment) {}
