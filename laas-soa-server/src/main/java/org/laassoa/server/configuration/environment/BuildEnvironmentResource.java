package org.laassoa.server.configuration.environment;

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

/** The address of build environments. */
@Path(BuildEnvironments.PATH)
@Tag(name = "Build environments")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@CustomDeserialization(StrictReading.class)
public class BuildEnvironmentResource
    extends EntryResource<BuildEnvironment, BuildEnvironmentRequest, BuildEnvironmentView> {

  BuildEnvironmentResource(BuildEnvironments kind, EntryContext context) {
    super(new Entries<>(kind, context));
  }
}
