package org.laassoa.server.build;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.laassoa.server.action.ActionId;
import org.laassoa.server.audit.NotAudited;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.input.StrictReading;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Builds: seen, cancelled, repeated. */
@Path("/api/builds")
@Tag(name = "Builds", description = "What is built, was built and waits to be")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BuildsResource {

  private final Builds builds;
  private final BuildRequests requests;
  private final VisibleProjects visible;

  BuildsResource(Builds builds, BuildRequests requests, VisibleProjects visible) {
    this.builds = builds;
    this.requests = requests;
    this.visible = visible;
  }

  /** Lists builds. */
  @GET
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(
      operationId = "listBuilds",
      summary = "Lists builds, newest first",
      description =
          "`q` is looked for among the newest 20,000 builds that the other parameters leave."
              + " `total` counts up to 10,000.")
  public BuildList list(
      @RestQuery @Nullable String project,
      @Parameter(description = "A type of action; missing means builds of any kind") @RestQuery
          @Nullable String action,
      @RestQuery @Nullable String state,
      @BeanParam PageQuery page) {
    return builds.list(
        new BuildFilter(project, action, state, null, page.text(), page.page(), page.size()));
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
  public BuildView get(
      @RestPath String id,
      @Parameter(
              description =
                  "How many seconds, 0 to 60, to wait for the build's end before the answer")
          @RestQuery
          @Min(0)
          @Max(60)
          @Nullable Integer wait)
      throws InterruptedException {
    return wait == null || wait == 0
        ? builds.get(id(id))
        : builds.await(id(id), Duration.ofSeconds(wait));
  }

  /**
   * One of many builds that were enqueued.
   *
   * @param id its number
   * @param project its project
   */
  @Schema(name = "EnqueuedBuild")
  public record EnqueuedBuild(long id, String project) {}

  /**
   * What was enqueued.
   *
   * @param builds in the order of the request
   */
  @Schema(name = "EnqueuedBuilds")
  public record EnqueuedBuilds(List<EnqueuedBuild> builds) {}

  /** Enqueues many builds. */
  @POST
  @NotAudited("a build says who asked for it")
  @RolesAllowed({"developer", "admin"})
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "buildProjects",
      summary = "Enqueues up to 1000 builds of any projects, all or none")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BatchRequest.class),
              examples = @ExampleObject(name = "two", value = BuildExamples.BATCH)))
  @APIResponse(
      responseCode = "201",
      description = "The builds' numbers",
      content =
          @Content(
              schema = @Schema(implementation = EnqueuedBuilds.class),
              examples = @ExampleObject(name = "two", value = BuildExamples.BATCH_ENQUEUED)))
  @APIResponse(
      responseCode = "200",
      description =
          "The builds that the same request with the same key brought before; the header"
              + " `Idempotency-Replayed` is `true`",
      content =
          @Content(
              schema = @Schema(implementation = EnqueuedBuilds.class),
              examples = @ExampleObject(name = "replayed", value = BuildExamples.BATCH_ENQUEUED)))
  @APIResponse(
      responseCode = "409",
      description =
          "`parent-image-not-built`, or `no-default-git-server`, which a project without one needs")
  @APIResponse(
      responseCode = "422",
      description = "`idempotency-key-reused`: the key was used for another request")
  public Response buildAll(
      @Parameter(description = RequestedAnswers.KEY) @RestHeader("Idempotency-Key")
          @Nullable String key,
      @Nullable BatchRequest request,
      @Context SecurityContext caller) {
    List<NamedRequest> wanted = BatchRequest.check(request);
    requireBuildable(wanted);
    Requested requested =
        requests.buildAll(wanted, Caller.user(caller.getUserPrincipal().getName(), key));
    List<EnqueuedBuild> enqueued = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      enqueued.add(new EnqueuedBuild(requested.builds().get(i).value(), wanted.get(i).project()));
    }
    return RequestedAnswers.of(requested).entity(new EnqueuedBuilds(enqueued)).build();
  }

  private void requireBuildable(List<NamedRequest> requests) {
    FieldErrors errors = new FieldErrors();
    for (int i = 0; i < requests.size(); i++) {
      errors.require(
          visible.sees(requests.get(i).project()), "builds[" + i + "].project", "names no project");
    }
    errors.throwIfAny();
    for (NamedRequest one : requests) {
      if (!visible.mayBuild(one.project())) {
        throw new ProblemException(
            ProblemType.FORBIDDEN, Message.of("your role may not build %s", one.project()));
      }
    }
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
          "`not-retryable`: it has not ended, or its project is gone, or does not take its"
              + " parameters any more; `parent-image-not-built` or"
              + " `no-default-git-server` as with a new build")
  public Response retry(@RestPath String id, @Context SecurityContext caller) {
    return created(builds.get(requests.retry(id(id), caller.getUserPrincipal().getName())));
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
