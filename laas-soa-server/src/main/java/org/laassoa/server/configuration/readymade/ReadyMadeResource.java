package org.laassoa.server.configuration.readymade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.PageView;

/** Build configurations that come with the server. */
@Path("/api/ready-made")
@Tag(name = "Build configurations")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReadyMadeResource {
  private final ReadyMades readyMades;

  ReadyMadeResource(ReadyMades readyMades) {
    this.readyMades = readyMades;
  }

  /** Lists. */
  @GET
  @Operation(
      operationId = "listReadyMade",
      summary = "List the build configurations that come with the server")
  public PageView<ReadyMadeView> list() {
    List<ReadyMadeView> all = readyMades.list();
    return new PageView<>(all, all.size());
  }

  /** Adds one. */
  @POST
  @Path("{name}")
  @RolesAllowed("admin")
  @Operation(
      operationId = "addReadyMade",
      summary = "Add a build configuration that comes with the server, with its environment")
  @APIResponse(
      responseCode = "201",
      description = "Added; Location is the address of the build configuration",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReadyMadeView.class)))
  @APIResponse(responseCode = "409", description = "`name-taken`")
  public RestResponse<ReadyMadeView> add(String name) {
    ReadyMadeView added = readyMades.add(name);
    return RestResponse.ResponseBuilder.<ReadyMadeView>created(
            UriBuilder.fromPath("/api/build-configurations").segment(name).build())
        .entity(added)
        .build();
  }
}
