package org.laassoa.server.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.Delivery;
import org.laassoa.server.delivery.DeliveryLog;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** What webhooks were told. */
@ApplicationScoped
public class WebhookDeliveries {

  private final ListeningWebhooks webhooks;
  private final DeliveryLog log;
  private final Json json;

  WebhookDeliveries(ListeningWebhooks webhooks, DeliveryLog log, Json json) {
    this.webhooks = webhooks;
    this.log = log;
    this.json = json;
  }

  /**
   * A page of what a webhook was told, newest first.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public PageView<WebhookDeliveryView> list(String name, PageQuery query) {
    if (!webhooks.exists(name)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such webhook.");
    }
    List<Delivery> page = log.list(WebhookDelivery.KIND, name, query.page(), query.size());
    return new PageView<>(
        page.stream()
            .map(
                delivery ->
                    WebhookDeliveryView.of(
                        delivery, json.read(delivery.payloadJson(), WebhookMessage.class)))
            .toList(),
        log.count(WebhookDelivery.KIND, name));
  }
}
