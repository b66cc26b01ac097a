package org.laassoa.server.build;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who builds on a parent image. */
@Path("/api/parent-images/{name}/users")
@Tag(name = "Parent images")
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParentImageUsersResource {

  private final ParentImageUse use;

  ParentImageUsersResource(ParentImageUse use) {
    this.use = use;
  }

  /** The users. */
  @GET
  @Operation(
      operationId = "getParentImageUsers",
      summary = "Show which build configurations and projects build on a parent image")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParentImageUsers.class),
              examples = @ExampleObject(name = "users", value = ParentImageUsers.EXAMPLE)))
  public ParentImageUsers users(@RestPath String name) {
    return use.users(name);
  }
}
