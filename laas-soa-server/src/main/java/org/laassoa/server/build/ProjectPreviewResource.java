package org.laassoa.server.build;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.audit.NotAudited;
import org.laassoa.server.configuration.input.StrictReading;

/** Shows what a build of a project would do. */
@Path("/api/projects/{name}/preview")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProjectPreviewResource {

  private final Previews previews;

  ProjectPreviewResource(Previews previews) {
    this.previews = previews;
  }

  /** Shows it. */
  @POST
  @NotAudited("it changes nothing")
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "previewProject",
      summary = "Show exactly what a build would do, without enqueuing it")
  @APIResponse(
      responseCode = "200",
      description = "What the build would do, secrets masked",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PreviewView.class),
              examples = @ExampleObject(name = "preview", value = PreviewExamples.ANSWER)))
  @APIResponse(
      responseCode = "409",
      description =
          "`parent-image-not-built`, or `no-default-git-server`, which a project without one needs")
  public PreviewView preview(
      @RestPath String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = PreviewRequest.class),
                      examples = @ExampleObject(name = "branch", value = PreviewExamples.REQUEST)))
          @NotNull
          @Valid
          PreviewRequest request) {
    return previews.of(name, request);
  }
}
