package org.laassoa.server.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.delivery.Deliveries;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Tries webhooks out. */
@Path("/api/webhooks/{name}/test")
@Tag(name = "Webhooks")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WebhookTestResource {

  private final ListeningWebhooks webhooks;
  private final Transactions transactions;
  private final Deliveries deliveries;
  private final Json json;
  private final Clock clock;

  WebhookTestResource(
      ListeningWebhooks webhooks,
      Transactions transactions,
      Deliveries deliveries,
      Json json,
      Clock clock) {
    this.webhooks = webhooks;
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A message that was written.
   *
   * @param delivery its number among the webhook's deliveries
   */
  @Schema(name = "WebhookTest", examples = "{\"delivery\": 8}")
  public record Sent(long delivery) {}

  /** Sends a ping. */
  @POST
  @ResponseStatus(202)
  @Operation(
      operationId = "testWebhook",
      summary = "Sends a signed message of the type ping",
      description = "What becomes of it is among the webhook's deliveries.")
  @APIResponse(responseCode = "202", description = "It is sent soon")
  public Sent test(@RestPath String name) {
    if (!webhooks.exists(name)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such webhook.");
    }
    String body = json.write(new WebhookBody("ping", clock.instant(), WebhookBody.Data.NONE));
    WebhookMessage message =
        new WebhookMessage(name, "msg_ping_" + UUID.randomUUID(), "ping", 0, body);
    return new Sent(
        transactions.run(
            connection ->
                deliveries.add(connection, WebhookDelivery.KIND, name, json.write(message))));
  }
}
