package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The address of one kind of configuration. A kind's own class says path, tag and types; ids and
 * summaries of the operations follow from the tag. The class also carries {@link
 * org.laassoa.server.configuration.input.StrictReading}, which is not found at inherited methods.
 *
 * @param <E> what is stored
 * @param <R> what people send
 * @param <V> what people are shown
 */
public abstract class EntryResource<E extends ConfigurationEntry, R extends EntryRequest, V> {
  private static final String VIEWER = "viewer";
  private static final String DEVELOPER = "developer";
  private static final String ADMIN = "admin";

  /** A patch as a media type, RFC 7396. */
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private static final String PATCH_EXAMPLE = "{\"description\": \"In other words\"}";

  private final Entries<E, R, V> entries;

  /** The address of these entries. */
  protected EntryResource(Entries<E, R, V> entries) {
    this.entries = entries;
  }

  /** Lists. */
  @GET
  @RolesAllowed({VIEWER, DEVELOPER, ADMIN})
  @RunOnVirtualThread
  public PageView<V> list(@BeanParam PageQuery query) {
    return entries.list(query);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @RolesAllowed({VIEWER, DEVELOPER, ADMIN})
  @RunOnVirtualThread
  public RestResponse<V> get(@RestPath String name) {
    return answer(RestResponse.Status.OK, entries.get(name)).build();
  }

  /** Creates one under the name in the body. */
  @POST
  @RolesAllowed(ADMIN)
  @RunOnVirtualThread
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict` with a change at the same time")
  public RestResponse<V> create(@NotNull @Valid R request) {
    return created(entries.post(request), String.valueOf(request.name()));
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @RolesAllowed(ADMIN)
  @RunOnVirtualThread
  @APIResponse(responseCode = "200", description = "Replaced, or the same as before")
  @APIResponse(responseCode = "201", description = "Created")
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  @APIResponse(responseCode = "412", description = "`precondition-failed`")
  public RestResponse<V> put(
      @RestPath String name, @BeanParam Preconditions known, @NotNull @Valid R request) {
    Entries.Put<V> put = entries.put(name, request, known);
    return put.effect() == Entries.Effect.CREATED
        ? created(put.stored(), name)
        : answer(RestResponse.Status.OK, put.stored()).build();
  }

  /** Changes some fields of one. */
  @PATCH
  @Path("{name}")
  @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
  @RolesAllowed(ADMIN)
  @RunOnVirtualThread
  @APIResponse(responseCode = "200", description = "Changed, or the same as before")
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  @APIResponse(responseCode = "412", description = "`precondition-failed`")
  public RestResponse<V> patch(
      @RestPath String name,
      @BeanParam Preconditions known,
      @RequestBody(
              content = {
                @Content(
                    mediaType = MERGE_PATCH,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "description", value = PATCH_EXAMPLE)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "description", value = PATCH_EXAMPLE))
              })
          @NotNull
          ObjectNode patch) {
    return answer(RestResponse.Status.OK, entries.patch(name, patch, known)).build();
  }

  /** Deletes one that nothing uses. */
  @DELETE
  @Path("{name}")
  @RolesAllowed(ADMIN)
  @RunOnVirtualThread
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "`in-use` by what `used_by` names")
  @APIResponse(responseCode = "412", description = "`precondition-failed`")
  public RestResponse<Void> delete(@RestPath String name, @BeanParam Preconditions known) {
    entries.delete(name, known);
    return RestResponse.noContent();
  }

  /** Who changed one, and what. */
  @GET
  @Path("{name}/history")
  @RolesAllowed({VIEWER, DEVELOPER, ADMIN})
  @RunOnVirtualThread
  public EntryChanges history(@RestPath String name, @BeanParam PageQuery query) {
    return entries.history(name, query);
  }

  private RestResponse<V> created(Stored<V> stored, String name) {
    return answer(RestResponse.Status.CREATED, stored).location(location(name)).build();
  }

  private static <V> ResponseBuilder<V> answer(RestResponse.Status status, Stored<V> stored) {
    return ResponseBuilder.create(status, stored.view()).tag(stored.tag());
  }

  private URI location(String name) {
    return UriBuilder.fromPath(entries.kind().path()).segment(name).build();
  }
}
