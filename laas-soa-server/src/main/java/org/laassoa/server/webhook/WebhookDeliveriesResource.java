package org.laassoa.server.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
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
  private final WebhookDeliveries deliveries;

  WebhookDeliveriesResource(
      ListeningWebhooks webhooks, DeliveryLog log, WebhookDeliveries deliveries) {
    this.webhooks = webhooks;
    this.log = log;
    this.deliveries = deliveries;
  }

  /** Lists deliveries. */
  @GET
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Lists what a webhook was told, with each try, newest first")
  public PageView<WebhookDeliveryView> list(@RestPath String name, @BeanParam PageQuery query) {
    return deliveries.list(name, query);
  }

  /** Makes a delivery again. */
  @POST
  @Path("/{id}/redeliver")
  @Operation(
      operationId = "redeliverWebhookDelivery",
      summary = "Sends a message once more, with the same id, whatever became of it")
  @APIResponse(
      responseCode = "202",
      description = "It is sent soon",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebhookTestResource.Sent.class),
              examples = @ExampleObject(name = "sent", value = WebhookTestResource.EXAMPLE)))
  @ResponseStatus(202)
  public WebhookTestResource.Sent redeliver(@RestPath String name, @RestPath String id) {
    boolean known =
        id.matches("[1-9][0-9]{0,17}")
            && webhooks.exists(name)
            && log.again(WebhookDelivery.KIND, name, Long.parseLong(id));
    if (!known) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such delivery.");
    }
    return new WebhookTestResource.Sent(Long.parseLong(id));
  }
}
