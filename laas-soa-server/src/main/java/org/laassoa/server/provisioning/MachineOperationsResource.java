package org.laassoa.server.provisioning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is done on machines: begun here, and followed at the operation's own address. */
@Path("/api/machines")
@Tag(name = "Machines")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MachineOperationsResource {
  private final Operations operations;

  MachineOperationsResource(Operations operations) {
    this.operations = operations;
  }

  /**
   * Operations on a machine.
   *
   * @param items newest first, without their steps
   * @param total how many there are; the newest 100 are kept
   */
  @Schema(name = "MachineOperationList")
  public record OperationList(List<OperationView> items, int total) {}

  /** Lists the operations on a machine. */
  @GET
  @Path("{name}/operations")
  @RolesAllowed({"viewer", "developer", "admin"})
  @Operation(
      operationId = "listMachineOperations",
      summary = "List what was done on a machine, newest first")
  public OperationList list(@RestPath String name) {
    List<OperationView> all =
        operations.ofMachine(name).stream().map(row -> OperationView.of(row, List.of())).toList();
    return new OperationList(all, all.size());
  }

  /** Install the agent on a machine, or bring what is there up to date. */
  @POST
  @Path("{name}/provision")
  @RolesAllowed("admin")
  @Operation(
      operationId = "provisionMachine",
      summary = "Install the agent on a machine, or bring what is there up to date",
      description =
          "Again is harmless: what is there already is left alone, and builds that run go on.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response provision(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.PROVISION, caller);
  }

  /** Find out what kind of machine it is, changing nothing. */
  @POST
  @Path("{name}/look")
  @RolesAllowed("admin")
  @Operation(
      operationId = "lookAtMachine",
      summary = "Find out what kind of machine it is, changing nothing",
      description =
          "What was found is in the machine's `facts`; the host key is pinned on the first contact.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response look(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.LOOK, caller);
  }

  /** Give the agent of a machine the newest executable. */
  @POST
  @Path("{name}/upgrade")
  @RolesAllowed("admin")
  @Operation(
      operationId = "upgradeMachine",
      summary = "Give the agent of a machine the newest executable",
      description = "Builds that run go on: the new process adopts them.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response upgrade(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.UPGRADE, caller);
  }

  /** Start the agent of a machine afresh. */
  @POST
  @Path("{name}/restart")
  @RolesAllowed("admin")
  @Operation(
      operationId = "restartMachine",
      summary = "Start the agent of a machine afresh",
      description = "Builds that run go on: the new process adopts them.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response restart(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.RESTART, caller);
  }

  /** Remove the agent from a machine with all its files. */
  @POST
  @Path("{name}/uninstall")
  @RolesAllowed("admin")
  @Operation(
      operationId = "uninstallMachine",
      summary = "Remove the agent from a machine with all its files",
      description = "It finishes or hands back what it holds first; the server forgets it.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response uninstall(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.UNINSTALL, caller);
  }

  /** Fetch what helps to find out what is wrong on a machine. */
  @POST
  @Path("{name}/diagnose")
  @RolesAllowed("admin")
  @Operation(
      operationId = "diagnoseMachine",
      summary = "Fetch what helps to find out what is wrong on a machine",
      description =
          "The agent's state, its last words, its doctor, disk and processes are the output of the operation's last step; secrets are taken out.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; `Location` is the operation",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`operation-under-way`: one operation at a time is done on a machine")
  public Response diagnose(@RestPath String name, @Context SecurityContext caller) {
    return begin(name, OperationKind.DIAGNOSE, caller);
  }

  private Response begin(String machine, OperationKind kind, SecurityContext caller) {
    long id = operations.begin(machine, kind, caller.getUserPrincipal().getName());
    OperationRow row = operations.find(id).orElseThrow();
    return Response.accepted(OperationView.of(row, List.of()))
        .location(UriBuilder.fromPath(OperationsResource.PATH).segment(Long.toString(id)).build())
        .build();
  }
}
