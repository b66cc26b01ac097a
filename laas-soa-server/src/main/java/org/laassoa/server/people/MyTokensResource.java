package org.laassoa.server.people;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.input.StrictReading;

/** The tokens of the caller. */
@Path("/api/me/tokens")
@Tag(name = "Me")
@RolesAllowed("user")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MyTokensResource {

  private final ApiTokens tokens;
  private final ProjectNumbers projects;
  private final CurrentCaller caller;
  private final Clock clock;

  MyTokensResource(ApiTokens tokens, ProjectNumbers projects, CurrentCaller caller, Clock clock) {
    this.tokens = tokens;
    this.projects = projects;
    this.caller = caller;
    this.clock = clock;
  }

  /** Lists them. */
  @GET
  @Operation(operationId = "listMyTokens", summary = "Lists your API tokens, newest first")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenList.class),
              examples = @ExampleObject(name = "one", value = PeopleExamples.TOKENS)))
  public ApiTokenList list() {
    return ApiTokenList.of(tokens.of(caller.get().account()));
  }

  /** Makes one. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "createMyToken",
      summary = "Makes an API token",
      description =
          "It is shown in this answer and never again. A token may do what its user may, but no"
              + " more than its highest scope, and only on its projects. Not with a token.")
  @APIResponse(
      responseCode = "201",
      description = "The token",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenView.class),
              examples = @ExampleObject(name = "token", value = PeopleExamples.TOKEN_MADE)))
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict`: there are 100 of them already")
  public Response create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ApiTokenRequest.class),
                      examples =
                          @ExampleObject(
                              name = "for a pipeline",
                              value = PeopleExamples.TOKEN_REQUEST)))
          @NotNull
          @Valid
          ApiTokenRequest request) {
    Caller owner = caller.inPerson();
    ApiTokens.Made made =
        tokens.create(owner.account(), request.check(owner, projects, clock.instant()));
    return Response.created(URI.create("/api/me/tokens/" + made.token().id()))
        .entity(ApiTokenView.of(made.token(), made.secret()))
        .build();
  }

  /** Revokes one. */
  @DELETE
  @Path("{id}")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteMyToken",
      summary = "Revokes one of your API tokens, at once",
      description = "Not with a token.")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void delete(@RestPath String id) {
    tokens.revoke(caller.inPerson().account(), id);
  }
}
