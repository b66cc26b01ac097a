package org.laassoa.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, RFC 9457 {@code application/problem+json}.
 *
 * @param type a URN from the catalogue, {@code urn:laas-soa:problem:…}
 * @param title the type in words
 * @param status the HTTP status
 * @param detail this occurrence in words, or missing
 * @param instance the incident's id for a 500, or missing
 * @param offset the next log byte wanted, only with {@code log-gap}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    @Nullable Long offset) {}
