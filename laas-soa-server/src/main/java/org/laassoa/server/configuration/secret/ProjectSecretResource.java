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

/** The secrets of one project's builds. */
@Path(ProjectSecretResource.PATH)
@Tag(name = "Secrets")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ProjectSecretResource {
  static final String PATH = "/api/projects/{project}/secrets";

  private final Secrets secrets;

  ProjectSecretResource(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Lists. */
  @GET
  @Operation(
      operationId = "listProjectSecrets",
      summary = "List the secrets that a project's builds get, its own and shared ones")
  public PageView<SecretView> list(String project) {
    List<SecretView> all = secrets.ofProject(project);
    return new PageView<>(all, all.size());
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(
      operationId = "getProjectSecret",
      summary = "Show a secret of a project, without its value")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.ANSWER)))
  public SecretView get(String project, String name) {
    return secrets.get(project, name);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "putProjectSecret", summary = "Create or replace a secret of a project")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.ANSWER)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SecretView.class),
              examples = @ExampleObject(name = "secret", value = SecretExamples.ANSWER)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<SecretView> put(
      String project,
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SecretRequest.class),
                      examples = @ExampleObject(name = "secret", value = SecretExamples.REQUEST)))
          @NotNull
          @Valid
          SecretRequest request,
      @Context SecurityContext caller) {
    Secrets.Put<SecretView> put =
        secrets.put(project, name, request, caller.getUserPrincipal().getName());
    return put.created()
        ? RestResponse.ResponseBuilder.<SecretView>created(
                UriBuilder.fromPath(PATH).path("{name}").build(project, name))
            .entity(put.view())
            .build()
        : RestResponse.ok(put.view());
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(operationId = "deleteProjectSecret", summary = "Delete a secret of a project")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(String project, String name) {
    secrets.delete(project, name);
  }
}
