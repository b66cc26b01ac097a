package org.laassoa.server.build;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.audit.NotAudited;

/** Asks for builds of a parent image. */
@Path("/api/parent-images/{name}/builds")
@Tag(name = "Builds")
@RolesAllowed({"developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParentImageBuildsResource {

  private final Builds builds;

  ParentImageBuildsResource(Builds builds) {
    this.builds = builds;
  }

  /** Enqueues a build of a parent image. */
  @POST
  @NotAudited("a build says who asked for it")
  @Operation(operationId = "buildParentImage", summary = "Enqueues a build of a parent image")
  @APIResponse(
      responseCode = "201",
      description = "The build; Location is its address",
      content =
          @Content(
              schema = @Schema(implementation = BuildView.class),
              examples = @ExampleObject(name = "queued", value = BuildExamples.PARENT_IMAGE)))
  public Response buildParentImage(@RestPath String name, @Context SecurityContext caller) {
    return BuildsResource.created(
        builds.buildParentImage(name, caller.getUserPrincipal().getName()));
  }
}
