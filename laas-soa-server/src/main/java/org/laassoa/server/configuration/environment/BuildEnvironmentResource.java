package org.laassoa.server.configuration.environment;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of build environments. */
@Path(BuildEnvironments.PATH)
@Tag(name = "Build environments")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BuildEnvironmentResource {
  private final Entries<BuildEnvironment, BuildEnvironmentRequest, BuildEnvironmentView> entries;

  BuildEnvironmentResource(
      BuildEnvironments kind, BuildEnvironmentRepository repository, Clock clock) {
    this.entries = new Entries<>(kind, repository, clock);
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listBuildEnvironments", summary = "List build environments")
  public PageView<BuildEnvironmentView> list(@BeanParam PageQuery query) {
    return entries.list(query);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getBuildEnvironment", summary = "Show a build environment")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildEnvironmentView.class),
              examples =
                  @ExampleObject(
                      name = "build environment",
                      value = BuildEnvironmentExamples.ANSWER)))
  public BuildEnvironmentView get(String name) {
    return entries.get(name);
  }

  /** Creates one under the name in the body. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(
      operationId = "createBuildEnvironment",
      summary = "Create a build environment, named in the body")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildEnvironmentView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict` with a change at the same time")
  public RestResponse<BuildEnvironmentView> create(
      @NotNull @Valid BuildEnvironmentRequest request) {
    return entries.post(request);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "putBuildEnvironment", summary = "Create or replace a build environment")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildEnvironmentView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildEnvironmentView.class)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<BuildEnvironmentView> put(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = BuildEnvironmentRequest.class),
                      examples =
                          @ExampleObject(
                              name = "build environment",
                              value = BuildEnvironmentExamples.REQUEST)))
          @NotNull
          @Valid
          BuildEnvironmentRequest request) {
    return entries.put(name, request);
  }

  /** Deletes one that nothing uses. */
  @DELETE
  @Path("{name}")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteBuildEnvironment",
      summary = "Delete a build environment that nothing uses")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "`in-use` by what `used_by` names")
  public void delete(String name) {
    entries.delete(name);
  }
}
