package org.laassoa.server.configuration.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An outgoing webhook as people see it: without its secret.
 *
 * @param id the row's number
 * @param name the unique name
 * @param description free text
 * @param url where it is called
 * @param hasSecret whether a secret is stored: always so
 * @param events the states of builds that it is told of
 * @param projects of these projects only; none means of all
 * @param enabled whether it is told at all
 * @param createdAt when it was first stored
 * @param updatedAt when it was last put
 */
@Schema(name = "Webhook", examples = WebhookExamples.ANSWER)
@JsonNaming(SnakeCaseStrategy.class)
public record WebhookView(
    long id,
    String name,
    String description,
    String url,
    boolean hasSecret,
    List<String> events,
    List<String> projects,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt) {

  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.getId(),
        webhook.getName(),
        webhook.getDescription(),
        webhook.getUrl(),
        webhook.getSecretEnc() != null,
        webhook.getEvents(),
        webhook.getProjects(),
        webhook.isEnabled(),
        webhook.getCreatedAt(),
        webhook.getUpdatedAt());
  }
}
