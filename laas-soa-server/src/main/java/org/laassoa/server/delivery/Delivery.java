package org.laassoa.server.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and what became of it.
 *
 * @param id its number
 * @param payloadJson what is told
 * @param state {@code pending}, {@code delivered}, {@code refused} (it can never work) or {@code
 *     given_up} (too many tries have failed)
 * @param createdAt when it was added
 * @param nextTryAt when it is tried next, or null when it is not
 * @param endedAt when it was delivered or given up, or null
 * @param tries each try, the first one first
 */
public record Delivery(
    long id,
    String payloadJson,
    String state,
    Instant createdAt,
    @Nullable Instant nextTryAt,
    @Nullable Instant endedAt,
    List<DeliveryTry> tries) {}
