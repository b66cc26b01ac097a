package org.laassoa.server.people;

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

/** What the caller is and may do. */
@Path("/api/me")
@Tag(name = "Me", description = "Your own name, password and tokens")
@RolesAllowed("user")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  private final CurrentCaller caller;

  MeResource(CurrentCaller caller) {
    this.caller = caller;
  }

  /** Shows them. */
  @GET
  @Operation(operationId = "getMe", summary = "Who you are and what you may do")
  @APIResponse(
      responseCode = "200",
      description = "You",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MeView.class),
              examples = @ExampleObject(name = "developer", value = PeopleExamples.ME)))
  public MeView get() {
    return MeView.of(caller.get());
  }
}
