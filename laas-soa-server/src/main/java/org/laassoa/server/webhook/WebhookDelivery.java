package org.laassoa.server.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.DeliveryKind;
import org.laassoa.server.delivery.DeliveryResult;
import org.laassoa.server.outbound.OutboundAnswer;
import org.laassoa.server.outbound.OutboundFailedException;
import org.laassoa.server.outbound.OutboundHttp;
import org.laassoa.server.outbound.OutboundRefusedException;
import org.laassoa.server.outbound.OutboundRequest;

/** Calls a webhook. */
@ApplicationScoped
class WebhookDelivery implements DeliveryKind {

  /** The name in the table. */
  static final String KIND = "webhook";

  private static final int GONE = 410;

  private static final OutboundRequest.Terms TERMS =
      new OutboundRequest.Terms(Duration.ofSeconds(10), 1 << 20, false);

  private final ListeningWebhooks webhooks;
  private final OutboundHttp http;
  private final Json json;
  private final Clock clock;

  WebhookDelivery(ListeningWebhooks webhooks, OutboundHttp http, Json json, Clock clock) {
    this.webhooks = webhooks;
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public DeliveryResult deliver(String payloadJson) {
    WebhookMessage message = json.read(payloadJson, WebhookMessage.class);
    Optional<ListeningWebhooks.Target> found = webhooks.target(message.webhook());
    if (found.isEmpty()) {
      return new DeliveryResult.Refused("the webhook has been deleted");
    }
    ListeningWebhooks.Target target = found.get();
    if (!target.enabled()) {
      return new DeliveryResult.Refused("the webhook is switched off");
    }
    OutboundRequest request =
        new OutboundRequest(
            "POST",
            URI.create(target.url()),
            Signature.headers(message, clock.instant(), target.secret()),
            message.body().getBytes(StandardCharsets.UTF_8),
            TERMS);
    try {
      return result(http.send(request));
    } catch (OutboundRefusedException e) {
      return new DeliveryResult.Refused(e.reason().toString());
    } catch (OutboundFailedException e) {
      return new DeliveryResult.Retry(e.reason().toString());
    }
  }

  private static DeliveryResult result(OutboundAnswer answer) {
    int status = answer.status();
    if (answer.isSuccess()) {
      return new DeliveryResult.Delivered(status);
    }
    if (status == GONE) {
      return new DeliveryResult.Refused("it answered 410: it wants no more of this", status);
    }
    return status < 400
        ? new DeliveryResult.Retry(
            "it answered %d: a redirect elsewhere is not followed".formatted(status), status)
        : new DeliveryResult.Retry("it answered " + status, status);
  }
}
