package org.laassoa.server.configuration.registry;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of image registries. */
@Path(ImageRegistries.PATH)
@Tag(name = "Image registries")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ImageRegistryResource {
  private final Entries<ImageRegistry, ImageRegistryRequest, ImageRegistryView> entries;

  ImageRegistryResource(ImageRegistries kind, ImageRegistryRepository repository, Clock clock) {
    this.entries = new Entries<>(kind, repository, clock);
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listImageRegistries", summary = "List image registries")
  public PageView<ImageRegistryView> list(@BeanParam PageQuery query) {
    return entries.list(query);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getImageRegistry", summary = "Show an image registry")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImageRegistryView.class),
              examples =
                  @ExampleObject(name = "image registry", value = ImageRegistryExamples.ANSWER)))
  public ImageRegistryView get(String name) {
    return entries.get(name);
  }

  /** Creates one under the name in the body. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(
      operationId = "createImageRegistry",
      summary = "Create an image registry, named in the body")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImageRegistryView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict` with a change at the same time")
  public RestResponse<ImageRegistryView> create(@NotNull @Valid ImageRegistryRequest request) {
    return entries.post(request);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "putImageRegistry", summary = "Create or replace an image registry")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImageRegistryView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImageRegistryView.class)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<ImageRegistryView> put(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ImageRegistryRequest.class),
                      examples =
                          @ExampleObject(
                              name = "image registry",
                              value = ImageRegistryExamples.REQUEST)))
          @NotNull
          @Valid
          ImageRegistryRequest request) {
    return entries.put(name, request);
  }

  /** Deletes one that nothing uses. */
  @DELETE
  @Path("{name}")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteImageRegistry",
      summary = "Delete an image registry that nothing uses")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "`in-use` by what `used_by` names")
  public void delete(String name) {
    entries.delete(name);
  }
}
