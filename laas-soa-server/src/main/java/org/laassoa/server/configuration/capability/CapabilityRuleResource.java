package org.laassoa.server.configuration.capability;

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

/** The address of capability rules. */
@Path(CapabilityRules.PATH)
@Tag(name = "Capability rules")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CapabilityRuleResource {
  private final Entries<CapabilityRule, CapabilityRuleRequest, CapabilityRuleView> entries;

  CapabilityRuleResource(CapabilityRules kind, CapabilityRuleRepository repository, Clock clock) {
    this.entries = new Entries<>(kind, repository, clock);
  }

  /** Lists. */
  @GET
  @Operation(operationId = "listCapabilityRules", summary = "List capability rules")
  public PageView<CapabilityRuleView> list(@BeanParam PageQuery query) {
    return entries.list(query);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  @Operation(operationId = "getCapabilityRule", summary = "Show a capability rule")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CapabilityRuleView.class),
              examples =
                  @ExampleObject(name = "capability rule", value = CapabilityRuleExamples.ANSWER)))
  public CapabilityRuleView get(String name) {
    return entries.get(name);
  }

  /** Creates one under the name in the body. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(
      operationId = "createCapabilityRule",
      summary = "Create a capability rule, named in the body")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CapabilityRuleView.class)))
  @APIResponse(
      responseCode = "409",
      description = "`name-taken`, or `conflict` with a change at the same time")
  public RestResponse<CapabilityRuleView> create(@NotNull @Valid CapabilityRuleRequest request) {
    return entries.post(request);
  }

  /** Creates or replaces one. */
  @PUT
  @Path("{name}")
  @CustomDeserialization(StrictReading.class)
  @RolesAllowed("admin")
  @Operation(operationId = "putCapabilityRule", summary = "Create or replace a capability rule")
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CapabilityRuleView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CapabilityRuleView.class)))
  @APIResponse(responseCode = "409", description = "`conflict` with a change at the same time")
  public RestResponse<CapabilityRuleView> put(
      String name,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = CapabilityRuleRequest.class),
                      examples =
                          @ExampleObject(
                              name = "capability rule",
                              value = CapabilityRuleExamples.REQUEST)))
          @NotNull
          @Valid
          CapabilityRuleRequest request) {
    return entries.put(name, request);
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(operationId = "deleteCapabilityRule", summary = "Delete a capability rule")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(String name) {
    entries.delete(name);
  }
}
