package org.laassoa.server.build;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;

/** The images that were built of a parent image. */
@Path("/api/parent-images/{name}/images")
@Tag(name = "Parent images")
@RolesAllowed({"viewer", "developer", "admin"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BuiltImagesResource {

  private final ParentImageUse use;

  BuiltImagesResource(ParentImageUse use) {
    this.use = use;
  }

  /** The images. */
  @GET
  @Operation(
      operationId = "listParentImageImages",
      summary = "List the images that were built of a parent image, newest first")
  public PageView<BuiltImageView> images(@RestPath String name, @BeanParam PageQuery query) {
    return use.images(name, query.page(), query.size());
  }
}
