package org.laassoa.server.agent;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.StrictReading;

/** The agents, and the tokens that new ones join with. */
@Path("/api/agents")
@Tag(name = "Agents", description = "The agents that have joined, and how a new one joins")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgentsResource {

  private static final long HOUR = 3600;

  private final Agents agents;

  AgentsResource(Agents agents) {
    this.agents = agents;
  }

  /**
   * What a join token should be like.
   *
   * @param expiresInSeconds how long it can be used, 60 s to 366 days; missing means an hour
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record JoinTokenRequest(
      @Schema(examples = "3600") @Min(60) @Max(31622400) @Nullable Long expiresInSeconds) {}

  /**
   * A fresh join token.
   *
   * @param joinToken shown only in this answer
   * @param expiresAt when it can no longer be used
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record JoinTokenAnswer(
      @Schema(examples = "laas-join-3q2-7wEXAMPLE") String joinToken, Instant expiresAt) {}

  /**
   * A list of agents.
   *
   * @param items the agents, oldest first
   * @param total how many there are
   */
  public record AgentList(List<AgentView> items, int total) {}

  /** Lists the agents. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(operationId = "listAgents", summary = "Lists the agents that have joined")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content =
          @Content(
              schema = @Schema(implementation = AgentList.class),
              examples = @ExampleObject(name = "one", value = AgentExamples.LIST)))
  public AgentList list() {
    List<AgentView> all = agents.list();
    return new AgentList(all, all.size());
  }

  /** Shows an agent. */
  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(operationId = "getAgent", summary = "An agent: what it takes, and why")
  @APIResponse(
      responseCode = "200",
      description = "The agent",
      content =
          @Content(
              schema = @Schema(implementation = AgentView.class),
              examples = @ExampleObject(name = "online", value = AgentExamples.ONE)))
  public AgentView get(@RestPath String id) {
    return agents.get(id);
  }

  /** Lets an agent take nothing more. */
  @POST
  @Path("/{id}/drain")
  @RolesAllowed("admin")
  @Operation(
      operationId = "drainAgent",
      summary = "Hands nothing more to an agent; what it has it does to its end")
  @APIResponse(
      responseCode = "200",
      description = "The agent",
      content = @Content(schema = @Schema(implementation = AgentView.class)))
  public AgentView drain(@RestPath String id) {
    return want(id, Wanted.DRAIN);
  }

  /** Lets an agent end. */
  @POST
  @Path("/{id}/stop")
  @RolesAllowed("admin")
  @Operation(
      operationId = "stopAgent",
      summary = "Drains an agent, and ends its process when it holds nothing any more",
      description =
          "Its process ends with exit code 0, after which service managers do not start it again."
              + " Before somebody does, `resume` it: until then it is told to end again. `provision`"
              + " and `restart` of its machine resume it.")
  @APIResponse(
      responseCode = "200",
      description = "The agent",
      content = @Content(schema = @Schema(implementation = AgentView.class)))
  public AgentView stop(@RestPath String id) {
    return want(id, Wanted.STOP);
  }

  /** Lets an agent take work again. */
  @POST
  @Path("/{id}/resume")
  @RolesAllowed("admin")
  @Operation(operationId = "resumeAgent", summary = "Lets a drained or stopped agent work again")
  @APIResponse(
      responseCode = "200",
      description = "The agent",
      content = @Content(schema = @Schema(implementation = AgentView.class)))
  public AgentView resume(@RestPath String id) {
    return want(id, Wanted.WORK);
  }

  private AgentView want(String id, Wanted wanted) {
    agents.want(agents.get(id).id(), wanted);
    return agents.get(id);
  }

  /** Makes a join token. */
  @POST
  @Path("/join-tokens")
  @RolesAllowed("admin")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "createJoinToken",
      summary = "Makes a token that agents join with until it expires")
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JoinTokenRequest.class),
              examples =
                  @ExampleObject(name = "an hour", value = AgentExamples.JOIN_TOKEN_REQUEST)))
  @APIResponse(
      responseCode = "201",
      description = "The token; it is shown only here",
      content =
          @Content(
              schema = @Schema(implementation = JoinTokenAnswer.class),
              examples = @ExampleObject(name = "token", value = AgentExamples.JOIN_TOKEN)))
  public Response createJoinToken(@Valid @Nullable JoinTokenRequest request) {
    Long seconds = request == null ? null : request.expiresInSeconds();
    Agents.JoinToken made =
        agents.createJoinToken(Duration.ofSeconds(seconds == null ? HOUR : seconds));
    return Response.status(Response.Status.CREATED)
        .entity(new JoinTokenAnswer(made.token(), made.expiresAt()))
        .build();
  }
}
