package org.laassoa.server.configuration.registry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
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
import org.laassoa.server.outbound.ConnectionCheck;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Tests the connection to an image registry. */
@Path(ImageRegistries.PATH + "/{name}/test")
@Tag(name = "Image registries")
@RunOnVirtualThread
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RegistryTestResource {
  private final RegistryAccess registries;
  private final RegistryCheck check;

  RegistryTestResource(RegistryAccess registries, RegistryCheck check) {
    this.registries = registries;
    this.check = check;
  }

  /** Tests it. */
  @POST
  @Operation(
      operationId = "testImageRegistry",
      summary = "Test the connection to an image registry: address, TLS and login",
      description = "Whatever is found is in the answer; it is 200 also when nothing works.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content =
          @Content(
              schema = @Schema(implementation = ConnectionCheck.class),
              examples = @ExampleObject(name = "signed in", value = ImageRegistryExamples.CHECK)))
  public ConnectionCheck test(@RestPath String name) {
    return check.of(
        registries
            .of(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such image registry.")));
  }
}
