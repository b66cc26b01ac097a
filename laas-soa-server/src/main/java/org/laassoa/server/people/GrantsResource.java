package org.laassoa.server.people;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.input.StrictReading;

/** Roles on a project. */
@Path("/api/projects/{name}/grants")
@Tag(name = "Projects")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class GrantsResource {

  private final Grants grants;
  private final CurrentCaller caller;

  GrantsResource(Grants grants, CurrentCaller caller) {
    this.grants = grants;
    this.caller = caller;
  }

  /**
   * The roles on a project.
   *
   * @param items by user
   * @param total how many there are
   */
  @Schema(name = "GrantList")
  public record GrantList(List<Grants.View> items, int total) {}

  /**
   * A role to be given.
   *
   * @param role the role
   */
  @Schema(name = "GrantRequest")
  public record GrantRequest(@NotNull Role role) {}

  /** Lists them. */
  @GET
  @Operation(
      operationId = "listGrants",
      summary = "Lists who has a role on this project",
      description = "Besides those whose role is on everything.")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GrantList.class),
              examples = @ExampleObject(name = "one", value = PeopleExamples.GRANTS)))
  public GrantList list(@RestPath String name) {
    List<Grants.View> all = grants.list(name);
    return new GrantList(all, all.size());
  }

  /** Gives one. */
  @PUT
  @Path("{user}")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "putGrant",
      summary = "Gives a user a role on this project",
      description =
          "Where it is higher than their role on everything it counts on this project. Not with a"
              + " token.")
  @APIResponse(
      responseCode = "200",
      description = "Given",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Grants.View.class),
              examples = @ExampleObject(name = "developer", value = PeopleExamples.GRANT)))
  public Grants.View put(
      @RestPath String name,
      @RestPath String user,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = GrantRequest.class),
                      examples =
                          @ExampleObject(name = "developer", value = PeopleExamples.GRANT_REQUEST)))
          @NotNull
          @Valid
          GrantRequest request) {
    caller.refuseTokens();
    return grants.put(name, user, request.role());
  }

  /** Takes one away. */
  @DELETE
  @Path("{user}")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteGrant",
      summary = "Takes a user's role on this project away",
      description = "Not with a token.")
  @APIResponse(responseCode = "204", description = "Taken away")
  public void delete(@RestPath String name, @RestPath String user) {
    caller.refuseTokens();
    grants.delete(name, user);
  }
}
