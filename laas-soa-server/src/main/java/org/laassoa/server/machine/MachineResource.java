package org.laassoa.server.machine;

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

/** The address of machines. */
@Path(Machines.PATH)
@Tag(name = "Machines")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MachineResource {
  private final Entries<Machine, MachineRequest, MachineView> entries;
  private final MachineRepository repository;
  private final KnownMachines known;

  MachineResource(Machines kind, MachineRepository repository, KnownMachines known, Clock clock) {
    this.entries = new Entries<>(kind, repository, clock);
    this.repository = repository;
    this.known = known;
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listMachines", summary = "List machines")
  public PageView<MachineView> list(@BeanParam PageQuery query) {
    return entries.list(query);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getMachine", summary = "Show a machine")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MachineView.class),
              examples = @ExampleObject(name = "machine", value = MachineExamples.ANSWER)))
  public MachineView get(String name) {
    return entries.get(repository.findByNameOrId(name).map(Machine::getName).orElse(name));
  }

  /** Creates one under the name in the body. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "createMachine", summary = "Create a machine, named in the body")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MachineView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict` with a change at the same time")
  public RestResponse<MachineView> create(@NotNull @Valid MachineRequest request) {
    return entries.post(request);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "putMachine", summary = "Create or replace a machine")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MachineView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MachineView.class)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<MachineView> put(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = MachineRequest.class),
                      examples = @ExampleObject(name = "machine", value = MachineExamples.REQUEST)))
          @NotNull
          @Valid
          MachineRequest request) {
    return entries.put(name, request);
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

  /** Deletes one that nothing uses. */
  @DELETE
  @Path("{name}")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteMachine",
      summary = "Delete a machine without an agent",
      description = "Uninstall its agent first.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "409", description = "`in-use` by what `used_by` names")
  public void delete(String name) {
    entries.delete(name);
  }
}
