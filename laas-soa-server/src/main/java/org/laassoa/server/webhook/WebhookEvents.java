package org.laassoa.server.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.KnownBuilds;
import org.laassoa.server.configuration.webhook.Webhook;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.Deliveries;
import org.laassoa.server.event.BuildEvent;
import org.laassoa.server.event.BuildEventListener;

/** Writes a message to each webhook that is to be told of an event. */
@ApplicationScoped
class WebhookEvents implements BuildEventListener {

  private final ListeningWebhooks webhooks;
  private final KnownBuilds builds;
  private final Deliveries deliveries;
  private final Json json;
  private final LaasConfig config;

  WebhookEvents(
      ListeningWebhooks webhooks,
      KnownBuilds builds,
      Deliveries deliveries,
      Json json,
      LaasConfig config) {
    this.webhooks = webhooks;
    this.builds = builds;
    this.deliveries = deliveries;
    this.json = json;
    this.config = config;
  }

  @Override
  public void on(Connection connection, BuildEvent event) throws SQLException {
    String body = null;
    for (Webhook webhook : webhooks.to(event.project(), event.state())) {
      body = body == null ? body(event) : body;
      WebhookMessage message =
          new WebhookMessage(
              webhook.getName(),
              "msg_" + event.id() + "_" + webhook.getId(),
              "build." + event.state(),
              event.build(),
              body);
      deliveries.add(connection, WebhookDelivery.KIND, webhook.getName(), json.write(message));
    }
  }

  private String body(BuildEvent event) {
    @Nullable BuildView build = builds.find(new ActionId(event.build())).orElse(null);
    String link =
        config
            .publicUrl()
            .map(url -> url.replaceAll("/+$", "") + "/builds/" + event.build())
            .orElse(null);
    return json.write(
        new WebhookBody(
            "build." + event.state(),
            event.at(),
            new WebhookBody.Data(event.id(), event.project(), event.state(), link, build)));
  }
}
