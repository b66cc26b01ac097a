package org.laassoa.server.webhook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A message on its way to a webhook. What it says is fixed when the event happens; where it goes
 * and with what it is signed is looked up at each try.
 *
 * @param webhook the webhook's name
 * @param id the message's, the same at each try
 * @param type what happened, such as {@code build.succeeded}
 * @param build the build that it is about; 0 for none
 * @param body the JSON to send, as it is signed
 */
@JsonNaming(SnakeCaseStrategy.class)
record WebhookMessage(String webhook, String id, String type, long build, String body) {}
