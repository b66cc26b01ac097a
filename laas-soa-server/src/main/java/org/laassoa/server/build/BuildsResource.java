package org.laassoa.server.build;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Builds: seen, cancelled, repeated. */
@Path("/api/builds")
@Tag(name = "Builds", description = "What is built, was built and waits to be")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BuildsResource {

  private final Builds builds;

  BuildsResource(Builds builds) {
    this.builds = builds;
  }

  /** Lists builds. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(operationId = "listBuilds", summary = "Lists builds, newest first")
  public BuildList list(
      @RestQuery @Nullable String project,
      @RestQuery @Nullable String state,
      @BeanParam PageQuery page) {
    return builds.list(new BuildFilter(project, state, page.text(), page.page(), page.size()));
  }

  /** Shows a build. */
  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(
      operationId = "getBuild",
      summary = "A build: state, steps, commit, images, why it waits or failed")
  @APIResponse(
      responseCode = "200",
      description = "The build",
      content =
          @Content(
              schema = @Schema(implementation = BuildView.class),
              examples = @ExampleObject(name = "succeeded", value = BuildExamples.SUCCEEDED)))
  public BuildView get(@RestPath String id) {
    return builds.get(id(id));
  }

  /** Cancels a build. */
  @POST
  @Path("/{id}/cancel")
  @RolesAllowed({"developer", "admin"})
  @Operation(
      operationId = "cancelBuild",
      summary = "Cancels a build",
      description =
          "At once while it is queued. One that runs is stopped by its agent at its next poll; the"
              + " answer then still says `running`.")
  @APIResponse(
      responseCode = "202",
      description = "Cancelled, or about to be",
      content =
          @Content(
              schema = @Schema(implementation = BuildView.class),
              examples = @ExampleObject(name = "cancelled", value = BuildExamples.CANCELLED)))
  @APIResponse(responseCode = "409", description = "`not-cancellable`: it has ended in another way")
  public Response cancel(@RestPath String id) {
    return Response.accepted(builds.cancel(id(id))).build();
  }

  /** Repeats a build. */
  @POST
  @Path("/{id}/retry")
  @RolesAllowed({"developer", "admin"})
  @Operation(
      operationId = "retryBuild",
      summary = "Enqueues the same again, with the configuration of now")
  @APIResponse(
      responseCode = "201",
      description = "The new build",
      content =
          @Content(
              schema = @Schema(implementation = BuildView.class),
              examples = @ExampleObject(name = "queued", value = BuildExamples.RETRIED)))
  @APIResponse(
      responseCode = "409",
      description =
          "`not-retryable`: it has not ended, or its project is gone; `parent-image-not-built` or"
              + " `no-default-git-server` as with a new build")
  public Response retry(@RestPath String id, @Context SecurityContext caller) {
    return created(builds.retry(id(id), caller.getUserPrincipal().getName()));
  }

  /** A build that was made. */
  static Response created(BuildView build) {
    return Response.created(URI.create("/api/builds/" + build.id())).entity(build).build();
  }

  private static ActionId id(String text) {
    return ActionId.parse(text)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no such build"));
  }
}
