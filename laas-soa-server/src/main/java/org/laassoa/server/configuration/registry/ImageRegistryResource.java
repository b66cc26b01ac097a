package org.laassoa.server.configuration.registry;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryResource;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of image registries. */
@Path(ImageRegistries.PATH)
@Tag(name = "Image registries")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@CustomDeserialization(StrictReading.class)
public class ImageRegistryResource
    extends EntryResource<ImageRegistry, ImageRegistryRequest, ImageRegistryView> {

  ImageRegistryResource(ImageRegistries kind, EntryContext context) {
    super(new Entries<>(kind, context));
  }
}
