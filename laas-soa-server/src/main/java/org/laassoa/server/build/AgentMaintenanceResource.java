package org.laassoa.server.build;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.StrictReading;

/** What is asked of one agent besides builds, and its removal. */
@Path("/api/agents/{id}")
@Tag(name = "Agents")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgentMaintenanceResource {

  private final AgentMaintenance maintenance;

  AgentMaintenanceResource(AgentMaintenance maintenance) {
    this.maintenance = maintenance;
  }

  /**
   * What to empty.
   *
   * @param caches any of {@code workspaces}, {@code dependency_lib}, {@code images} and {@code
   *     containers}; missing means all
   */
  @Schema(name = "CleanRequest")
  public record CleanRequest(@Nullable List<String> caches) {}

  /** Has the agent empty its caches. */
  @POST
  @Path("/clean")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "cleanAgent",
      summary = "Has an agent empty its caches",
      description =
          "An action like a build: it has a log that says what was removed. What a running build"
              + " uses stays.")
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CleanRequest.class),
              examples =
                  @ExampleObject(
                      name = "two",
                      value = "{\"caches\": [\"workspaces\", \"images\"]}")))
  @APIResponse(
      responseCode = "201",
      description = "The action; Location is its address",
      content = @Content(schema = @Schema(implementation = BuildView.class)))
  public Response clean(
      @RestPath String id, @Nullable CleanRequest request, @Context SecurityContext caller) {
    return BuildsResource.created(
        maintenance.clean(
            id, request == null ? null : request.caches(), caller.getUserPrincipal().getName()));
  }

  /** Has the agent look at itself and its machine. */
  @POST
  @Path("/diagnose")
  @Operation(
      operationId = "diagnoseAgent",
      summary = "Has an agent look at itself and its machine",
      description = "An action like a build: what the agent finds is its log.")
  @APIResponse(
      responseCode = "201",
      description = "The action; Location is its address",
      content = @Content(schema = @Schema(implementation = BuildView.class)))
  public Response diagnose(@RestPath String id, @Context SecurityContext caller) {
    return BuildsResource.created(maintenance.diagnose(id, caller.getUserPrincipal().getName()));
  }

  /** Removes the agent. */
  @DELETE
  @ResponseStatus(204)
  @Operation(
      operationId = "removeAgent",
      summary = "Removes an agent that owns nothing; its token is refused from then on")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "`in-use`: it has builds; drain it first")
  public void remove(@RestPath String id) {
    maintenance.remove(id);
  }
}
