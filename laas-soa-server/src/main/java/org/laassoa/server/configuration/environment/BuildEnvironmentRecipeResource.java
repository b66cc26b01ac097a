package org.laassoa.server.configuration.environment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** How the image of a build environment is made. */
@Path(BuildEnvironments.PATH + "/{name}/recipe")
@Tag(name = "Build environments")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BuildEnvironmentRecipeResource {
  private final BuildEnvironmentRepository environments;

  BuildEnvironmentRecipeResource(BuildEnvironmentRepository environments) {
    this.environments = environments;
  }

  /** Shows it. */
  @GET
  @Operation(
      operationId = "getBuildEnvironmentRecipe",
      summary = "Show the Dockerfile that an environment's image is made from")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BuildEnvironmentRecipe.class),
              examples = @ExampleObject(name = "recipe", value = BuildEnvironmentRecipe.EXAMPLE)))
  public BuildEnvironmentRecipe recipe(String name) {
    return environments
        .findByName(name)
        .map(BuildEnvironmentRecipe::of)
        .orElseThrow(
            () ->
                new ProblemException(ProblemType.NOT_FOUND, "There is no such build environment."));
  }
}
