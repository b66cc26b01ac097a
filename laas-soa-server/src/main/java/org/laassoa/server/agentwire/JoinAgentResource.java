package org.laassoa.server.agentwire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.Agents;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.JoinAnswer;
import org.laassoa.wire.JoinRequest;

/** {@code POST /join_agent}: an agent trades a join token for a token of its own. */
@Path("/join_agent")
@Tag(name = "Agent wire")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JoinAgentResource {

  private static final int MOST_NAME = 100;

  private final Agents agents;
  private final WireBody wireBody;

  JoinAgentResource(Agents agents, WireBody wireBody) {
    this.agents = agents;
    this.wireBody = wireBody;
  }

  /** Lets an agent join. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @SecurityRequirements
  @Operation(
      operationId = "joinAgent",
      summary = "Trades a join token for the agent's own token",
      description =
          "The only call of an agent without a bearer token: the join token is its proof.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JoinRequest.class),
              examples = @ExampleObject(name = "join", value = WireExamples.JOIN_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "The token, shown only here",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JoinAnswer.class),
              examples = @ExampleObject(name = "joined", value = WireExamples.JOIN_ANSWER)))
  @APIResponse(
      responseCode = "400",
      description =
          "`malformed-request`, `invalid-field`, or `unknown-action-type` among its subscriptions")
  @APIResponse(
      responseCode = "401",
      description = "`unauthorized`: the join token is unknown or has expired")
  public JoinAnswer join(byte[] body) {
    JoinRequest request = wireBody.read(body, JoinRequest.class);
    Poll.requireField("join_token", request.joinToken());
    check(Poll.requireField("name", request.name()), request.actions());
    return agents
        .join(request)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAUTHORIZED, "the join token is unknown or has expired"));
  }

  private static void check(String name, @Nullable List<String> actions) {
    if (name.isBlank() || name.length() > MOST_NAME) {
      throw ProblemException.invalidField(
          "name", Message.of("must have 1 to %s characters", MOST_NAME));
    }
    if (actions != null && !ActionType.wireNames().containsAll(actions)) {
      throw new ProblemException(
          ProblemType.UNKNOWN_ACTION_TYPE,
          Message.of("known action types are %s", ActionType.wireNames()));
    }
  }
}
