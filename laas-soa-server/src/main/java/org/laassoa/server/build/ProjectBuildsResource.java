package org.laassoa.server.build;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.audit.NotAudited;
import org.laassoa.server.configuration.input.StrictReading;

/** Asks for builds of a project. */
@Path("/api/projects/{name}/builds")
@Tag(name = "Builds")
@RolesAllowed({"developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProjectBuildsResource {

  private final BuildRequests requests;
  private final RequestedAnswers answers;

  ProjectBuildsResource(BuildRequests requests, RequestedAnswers answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /** Enqueues a build of a project. */
  @POST
  @NotAudited("a build says who asked for it")
  @CustomDeserialization(StrictReading.class)
  @Operation(operationId = "buildProject", summary = "Enqueues a build of a branch or tag")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildRequest.class),
              examples = @ExampleObject(name = "branch", value = BuildExamples.REQUEST)))
  @APIResponse(
      responseCode = "201",
      description = "The build; Location is its address",
      content =
          @Content(
              schema = @Schema(implementation = BuildView.class),
              examples = @ExampleObject(name = "queued", value = BuildExamples.QUEUED)))
  @APIResponse(
      responseCode = "200",
      description =
          "The build that the same request with the same key brought before; the header"
              + " `Idempotency-Replayed` is `true`",
      content = @Content(schema = @Schema(implementation = BuildView.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "`parent-image-not-built`, or `no-default-git-server`, which a project without one needs")
  @APIResponse(
      responseCode = "422",
      description = "`idempotency-key-reused`: the key was used for another request")
  public Response build(
      @RestPath String name,
      @Parameter(description = RequestedAnswers.WAIT) @RestQuery @Min(0) @Max(60)
          @Nullable Integer wait,
      @Parameter(description = RequestedAnswers.KEY) @RestHeader("Idempotency-Key")
          @Nullable String key,
      @Nullable BuildRequest request,
      @Context SecurityContext caller)
      throws InterruptedException {
    return answers.one(
        requests.build(
            new NamedRequest(name, CheckedRequest.of(request)),
            Caller.user(caller.getUserPrincipal().getName(), key)),
        wait);
  }
}
