package org.laassoa.server.configuration.secret;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.StrictReading;

/** Secrets for the builds of several projects. For administrators: they name projects. */
@Path(SharedSecretResource.PATH)
@Tag(name = "Secrets")
@RunOnVirtualThread
@Transactional
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class SharedSecretResource {
  static final String PATH = "/api/secrets";

  private final Secrets secrets;

  SharedSecretResource(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listSharedSecrets", summary = "List the shared secrets")
  public PageView<SharedSecretView> list() {
    List<SharedSecretView> all = secrets.shared();
    return new PageView<>(all, all.size());
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getSharedSecret", summary = "Show a shared secret, without its value")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SharedSecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.SHARED_ANSWER)))
  public SharedSecretView get(String name) {
    return secrets.getShared(name);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @Operation(operationId = "putSharedSecret", summary = "Create or replace a shared secret")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SharedSecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.SHARED_ANSWER)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SharedSecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.SHARED_ANSWER)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<SharedSecretView> put(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SharedSecretRequest.class),
                      examples =
                          @ExampleObject(name = "secret", value = SecretExamples.SHARED_REQUEST)))
          @NotNull
          @Valid
          SharedSecretRequest request,
      @Context SecurityContext caller) {
    Secrets.Put<SharedSecretView> put =
        secrets.putShared(name, request, caller.getUserPrincipal().getName());
    return put.created()
        ? RestResponse.ResponseBuilder.<SharedSecretView>created(
                UriBuilder.fromPath(PATH).path("{name}").build(name))
            .entity(put.view())
            .build()
        : RestResponse.ok(put.view());
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  @ResponseStatus(204)
  @Operation(operationId = "deleteSharedSecret", summary = "Delete a shared secret")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(String name) {
    secrets.deleteShared(name);
  }
}
