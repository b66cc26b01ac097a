package org.laassoa.server.agentwire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laassoa.server.agent.CurrentAgent;
import org.laassoa.wire.CompleteRequest;

/** {@code POST /complete_action}: the end of an attempt. */
@Path("/complete_action")
@Tag(name = "Agent wire")
@SecurityRequirement(name = "agent")
@RolesAllowed("agent")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CompleteActionResource {

  private final CurrentAgent currentAgent;
  private final Completions completions;
  private final WireBody wireBody;

  CompleteActionResource(CurrentAgent currentAgent, Completions completions, WireBody wireBody) {
    this.currentAgent = currentAgent;
    this.completions = completions;
    this.wireBody = wireBody;
  }

  /**
   * How an action stands.
   *
   * @param state the state that it is in now
   */
  public record CompleteAnswer(String state) {}

  /** Ends an attempt; saying so again changes nothing. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "completeAction",
      summary = "Ends an attempt",
      description = WireExamples.COMPLETE_DESCRIPTION)
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CompleteRequest.class),
              examples = @ExampleObject(name = "end", value = WireExamples.COMPLETE_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "The state that the action is in now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CompleteAnswer.class),
              examples = @ExampleObject(name = "end", value = WireExamples.COMPLETE_ANSWER)))
  @APIResponse(
      responseCode = "409",
      description =
          "`log-incomplete`: see `offset`; `attempt-superseded`: the caller does not own it")
  public CompleteAnswer complete(byte[] body) {
    CompleteRequest request = wireBody.read(body, CompleteRequest.class);
    return new CompleteAnswer(completions.complete(currentAgent.get().id(), request).wireName());
  }
}
