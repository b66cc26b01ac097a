package org.laassoa.server.agentwire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentSession;
import org.laassoa.server.agent.CurrentAgent;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.ConsumeRequest;

/** {@code POST /consume_action}, also under the older spelling {@code /comsume_action}. */
@Path("/")
@Tag(name = "Agent wire", description = "What agents call; with the agent's bearer token")
@SecurityRequirement(name = "agent")
@RolesAllowed("agent")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ConsumeActionResource {

  private final CurrentAgent currentAgent;
  private final Consumption consumption;
  private final PollReader polls;

  ConsumeActionResource(CurrentAgent currentAgent, Consumption consumption, PollReader polls) {
    this.currentAgent = currentAgent;
    this.consumption = consumption;
    this.polls = polls;
  }

  /** Answers a poll under the older spelling. */
  @POST
  @Path("comsume_action")
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public List<ActionOrder> comsume(byte @Nullable [] body, RoutingContext context)
      throws InterruptedException {
    return consume(body, context);
  }

  /** Answers a poll. */
  @POST
  @Path("consume_action")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "consumeAction",
      summary = "Polls: renews what the agent holds, and hands out work and orders",
      description = WireExamples.CONSUME_DESCRIPTION)
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConsumeRequest.class),
              examples = @ExampleObject(name = "poll", value = WireExamples.CONSUME_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "Work and orders; empty when there is nothing",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = ActionOrder.class),
              examples = @ExampleObject(name = "work", value = WireExamples.CONSUME_ANSWER)))
  @APIResponse(
      responseCode = "400",
      description =
          "`malformed-request`, `invalid-field`, or `unknown-action-type` among its subscriptions")
  public List<ActionOrder> consume(byte @Nullable [] body, RoutingContext context)
      throws InterruptedException {
    AgentSession session = currentAgent.session();
    UnderstoodPoll poll =
        polls.read(session, body, context.request().remoteAddress().hostAddress());
    HeldPoll held = new HeldPoll();
    // Who hangs up in the middle is handed nothing any more.
    context.addEndHandler(answered -> held.hungUp(answered.failed()));
    return consumption.consume(session.agent(), poll, held);
  }
}
