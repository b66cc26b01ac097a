package org.laassoa.server.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.database.Json;
import org.laassoa.server.delivery.Delivery;
import org.laassoa.server.delivery.DeliveryLog;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** What webhooks were told: for administrators, since it is about all projects. */
@Path("/api/webhooks/{name}/deliveries")
@Tag(name = "Webhooks")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {

  private final ListeningWebhooks webhooks;
  private final DeliveryLog log;
  private final Json json;

  WebhookDeliveriesResource(ListeningWebhooks webhooks, DeliveryLog log, Json json) {
    this.webhooks = webhooks;
    this.log = log;
    this.json = json;
  }

  /** Lists deliveries. */
  @GET
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Lists what a webhook was told, with each try, newest first")
  public PageView<WebhookDeliveryView> list(@RestPath String name, @BeanParam PageQuery query) {
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

  /** Makes a delivery again. */
  @POST
  @Path("/{id}/redeliver")
  @Operation(
      operationId = "redeliverWebhookDelivery",
      summary = "Sends a message once more, with the same id, whatever became of it")
  @APIResponse(responseCode = "202", description = "It is sent soon")
  public RestResponse<Void> redeliver(@RestPath String name, @RestPath String id) {
    boolean known =
        id.matches("[1-9][0-9]{0,17}")
            && webhooks.exists(name)
            && log.again(WebhookDelivery.KIND, name, Long.parseLong(id));
    if (!known) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such delivery.");
    }
    return RestResponse.status(RestResponse.Status.ACCEPTED);
  }
}
