package org.laassoa.server.delivery;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery.
 *
 * @param at when it began
 * @param durationMillis how long it took, in milliseconds
 * @param status the HTTP status of the answer, or null when there was none
 * @param problem why it was not delivered, in words, or null when it was
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "DeliveryTry")
public record DeliveryTry(
    Instant at, long durationMillis, @Nullable Integer status, @Nullable String problem) {}
