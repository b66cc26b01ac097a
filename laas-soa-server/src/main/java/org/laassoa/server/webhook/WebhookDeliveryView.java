package org.laassoa.server.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.delivery.Delivery;
import org.laassoa.server.delivery.DeliveryTry;

/**
 * A message to a webhook and what became of it.
 *
 * @param id its number
 * @param messageId what the header {@code webhook-id} says
 * @param type such as {@code build.succeeded}, or {@code ping}
 * @param build the build that it is about, or null
 * @param state {@code pending}, {@code delivered}, {@code refused} (it can never work) or {@code
 *     given_up} (too many tries have failed)
 * @param createdAt when it was written
 * @param nextTryAt when it is tried next, or null
 * @param endedAt when it was delivered or given up, or null
 * @param tries each try, the first one first
 * @param body what is sent
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "WebhookDelivery", examples = WebhookDeliveryView.EXAMPLE)
public record WebhookDeliveryView(
    long id,
    String messageId,
    String type,
    @Nullable Long build,
    @Schema(enumeration = {"pending", "delivered", "refused", "given_up"}) String state,
    Instant createdAt,
    @Nullable Instant nextTryAt,
    @Nullable Instant endedAt,
    List<DeliveryTry> tries,
    @JsonRawValue @Schema(implementation = Object.class) String body) {

  static final String EXAMPLE =
      """
      {"id": 7, "message_id": "msg_41_1", "type": "build.failed", "build": 13,
       "state": "delivered", "created_at": "2026-11-22T10:00:09Z", "next_try_at": null,
       "ended_at": "2026-11-22T10:00:20Z",
       "tries": [
         {"at": "2026-11-22T10:00:09Z", "duration_millis": 31, "status": 500,
          "problem": "it answered 500"},
         {"at": "2026-11-22T10:00:20Z", "duration_millis": 25, "status": 200, "problem": null}],
       "body": {"type": "build.failed", "timestamp": "2026-11-22T10:00:09Z",
         "data": {"event_id": 41, "project": "shop", "state": "failed"}}}
      """;

  static WebhookDeliveryView of(Delivery delivery, WebhookMessage message) {
    return new WebhookDeliveryView(
        delivery.id(),
        message.id(),
        message.type(),
        message.build() == 0 ? null : message.build(),
        delivery.state(),
        delivery.createdAt(),
        delivery.nextTryAt(),
        delivery.endedAt(),
        delivery.tries(),
        message.body());
  }
}
