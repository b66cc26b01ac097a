package org.laassoa.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;

/** The audit trail: read by page, or taken out as a whole. */
@Path("/api/audit")
@Tag(name = "Audit", description = "Who did or tried what, from where, and with what result")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditResource {

  private static final String LINES = "application/x-ndjson";

  private final AuditTrail trail;
  private final ObjectMapper json;

  AuditResource(AuditTrail trail, ObjectMapper json) {
    this.trail = trail;
    this.json = json;
  }

  /**
   * A page of the audit trail.
   *
   * @param items the events, newest first
   * @param total how many there are on all pages, counted up to 10,000
   */
  @Schema(name = "AuditEvents")
  public record AuditEvents(List<AuditEvent> items, long total) {}

  /** Lists events. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listAuditEvents", summary = "Lists who did or tried what, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of events",
      content =
          @Content(
              schema = @Schema(implementation = AuditEvents.class),
              examples = @ExampleObject(name = "page", value = AuditExamples.PAGE)))
  public AuditEvents list(
      @Parameter(description = "Only of this user") @RestQuery @Nullable String actor,
      @Parameter(description = "Only this operation") @RestQuery @Nullable String action,
      @Parameter(description = "Only about this path below /api, or what is below it") @RestQuery
          @Nullable String subject,
      @Parameter(description = "Only from this time on") @RestQuery @Nullable String from,
      @Parameter(description = "Only before this time") @RestQuery @Nullable String to,
      @BeanParam PageQuery page) {
    AuditFilter filter = AuditFilter.of(actor, action, subject, from, to);
    return new AuditEvents(trail.list(filter, page.page(), page.size()), trail.count(filter));
  }

  /** All events, one JSON object a line. */
  @GET
  @Path("/export")
  @Produces(LINES)
  @Operation(
      operationId = "exportAuditEvents",
      summary = "All events that the filter finds, newest first, one JSON object a line")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = LINES,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "lines", value = AuditExamples.LINE)))
  public Response export(
      @RestQuery @Nullable String actor,
      @RestQuery @Nullable String action,
      @RestQuery @Nullable String subject,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to) {
    AuditFilter filter = AuditFilter.of(actor, action, subject, from, to);
    StreamingOutput lines =
        output -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
          trail.each(filter, event -> write(event, writer));
          writer.flush();
        };
    return Response.ok(lines)
        .header("Content-Disposition", "attachment; filename=\"laas-soa-audit.ndjson\"")
        .build();
  }

  private void write(AuditEvent event, Writer writer) {
    try {
      writer.write(json.writeValueAsString(event));
      writer.write('\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
