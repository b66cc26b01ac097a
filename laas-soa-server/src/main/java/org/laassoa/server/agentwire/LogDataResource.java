package org.laassoa.server.agentwire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.CurrentAgent;
import org.laassoa.wire.LogAnswer;
import org.laassoa.wire.LogRequest;

/**
 * {@code POST /log_data}: log bytes, as text in JSON or as they are. Offsets are bytes: what
 * repeats is dropped, a gap is refused with the offset wanted.
 */
@Path("/log_data")
@Tag(name = "Agent wire")
@SecurityRequirement(name = "agent")
@RolesAllowed("agent")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class LogDataResource {

  private final CurrentAgent currentAgent;
  private final LogAppends logAppends;
  private final WireBody wireBody;

  LogDataResource(CurrentAgent currentAgent, LogAppends logAppends, WireBody wireBody) {
    this.currentAgent = currentAgent;
    this.logAppends = logAppends;
    this.wireBody = wireBody;
  }

  /** Appends text. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "logData",
      summary = "Appends to the log of an attempt",
      description = WireExamples.LOG_DESCRIPTION)
  @Parameter(
      name = "action_id",
      in = ParameterIn.QUERY,
      description = "With bytes only: whose log it is",
      schema = @Schema(implementation = String.class))
  @Parameter(
      name = "attempt",
      in = ParameterIn.QUERY,
      description = "With bytes only: which attempt",
      schema = @Schema(implementation = Integer.class))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "With bytes only: where they begin",
      schema = @Schema(implementation = Long.class))
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LogRequest.class),
            examples = @ExampleObject(name = "text", value = WireExamples.LOG_REQUEST)),
        @Content(
            mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary"),
            examples = @ExampleObject(name = "bytes", value = WireExamples.LOG_BYTES))
      })
  @APIResponse(
      responseCode = "200",
      description = "The next byte wanted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LogAnswer.class),
              examples = @ExampleObject(name = "next", value = WireExamples.LOG_ANSWER)))
  @APIResponse(
      responseCode = "409",
      description = "`log-gap`: see `offset`; `attempt-superseded`: the caller does not own it")
  @APIResponse(responseCode = "413", description = "`too-large`: the log or this piece of it")
  public LogAnswer append(byte[] body) {
    LogRequest request = wireBody.readText(body, LogRequest.class);
    String data = Poll.requireField("data", request.data());
    return append(
        Poll.requireField("action_id", request.actionId()),
        request.attempt(),
        request.offset(),
        data.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends bytes. */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public LogAnswer appendBytes(
      @RestQuery("action_id") @Nullable String actionId,
      @RestQuery @Nullable Integer attempt,
      @RestQuery @Nullable Long offset,
      byte[] body) {
    return append(
        Poll.requireField("action_id", actionId),
        Poll.requireField("attempt", attempt),
        Poll.requireField("offset", offset),
        body);
  }

  private LogAnswer append(String actionId, int attempt, long offset, byte[] data) {
    return new LogAnswer(
        logAppends.append(currentAgent.get().id(), actionId, attempt, offset, data));
  }
}
