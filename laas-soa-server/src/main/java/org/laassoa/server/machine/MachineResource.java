package org.laassoa.server.machine;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryResource;
import org.laassoa.server.configuration.input.StrictReading;

/** The address of machines. */
@Path(Machines.PATH)
@Tag(name = "Machines")
@RunOnVirtualThread
@Transactional
@Produces(MediaType.APPLICATION_JSON)
@CustomDeserialization(StrictReading.class)
public class MachineResource extends EntryResource<Machine, MachineRequest, MachineView> {
  private final KnownMachines known;

  MachineResource(Machines kind, EntryContext context, KnownMachines known) {
    super(new Entries<>(kind, context));
    this.known = known;
  }

  /** Forgets the pinned host key. */
  @DELETE
  @Path("{name}/host-key")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(
      operationId = "forgetHostKey",
      summary = "Forget the pinned host key of a machine",
      description =
          "For a host that was installed afresh: the next contact pins the key that it has then.")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void forgetHostKey(String name) {
    known.pin(known.id(name), null);
  }
}
