package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A build environment.
 *
 * @param name the environment's name; the image made from it is {@code build_<name>}
 * @param image the base image
 * @param recipe further Dockerfile lines after {@code FROM}, or missing
 * @param pullPolicy when the base image is pulled
 * @param network the container network of scripts: {@code bridge}, {@code host} or {@code none}
 * @param registry login for the base image, or missing
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Environment(
    String name,
    String image,
    @Nullable String recipe,
    PullPolicy pullPolicy,
    String network,
    @Nullable Registry registry) {}
