package org.laassoa.server.build;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.audit.NotAudited;

/** Asks for builds of a parent image. */
@Path("/api/parent-images/{name}/builds")
@Tag(name = "Builds")
@RolesAllowed({"developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParentImageBuildsResource {

  private final BuildRequests requests;
  private final RequestedAnswers answers;

  ParentImageBuildsResource(BuildRequests requests, RequestedAnswers answers) {
    this.requests = requests;
    this.answers = answers;
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
  @APIResponse(
      responseCode = "200",
      description =
          "The build that the same request with the same key brought before; the header"
              + " `Idempotency-Replayed` is `true`",
      content = @Content(schema = @Schema(implementation = BuildView.class)))
  @APIResponse(
      responseCode = "422",
      description = "`idempotency-key-reused`: the key was used for another request")
  public Response buildParentImage(
      @RestPath String name,
      @Parameter(description = RequestedAnswers.WAIT) @RestQuery @Min(0) @Max(60)
          @Nullable Integer wait,
      @Parameter(description = RequestedAnswers.KEY) @RestHeader("Idempotency-Key")
          @Nullable String key,
      @Context SecurityContext caller)
      throws InterruptedException {
    return answers.one(
        requests.buildParentImage(name, Caller.user(caller.getUserPrincipal().getName(), key)),
        wait);
  }
}
