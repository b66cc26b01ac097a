package org.laassoa.server.configuration.gitserver;

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

/** The address of git servers. */
@Path(GitServers.PATH)
@Tag(name = "Git servers")
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@CustomDeserialization(StrictReading.class)
public class GitServerResource extends EntryResource<GitServer, GitServerRequest, GitServerView> {

  GitServerResource(GitServers kind, EntryContext context) {
    super(new Entries<>(kind, context));
  }
}
