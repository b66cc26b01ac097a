package org.laassoa.server.provisioning;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.server.provisioning.OperationFollower.News;

/** One operation on a machine: looked at, or followed live. */
@Path(OperationsResource.PATH)
@Tag(name = "Machines")
@RolesAllowed({"viewer", "developer", "admin"})
public class OperationsResource {
  static final String PATH = "/api/machine-operations";

  private final Operations operations;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  OperationsResource(Operations operations) {
    this.operations = operations;
  }

  /** Shows one. */
  @GET
  @Path("{id}")
  @RunOnVirtualThread
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getMachineOperation",
      summary = "Show an operation on a machine with its steps and their output")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OperationView.class),
              examples = @ExampleObject(name = "running", value = OperationExamples.RUNNING)))
  public OperationView get(@RestPath String id) {
    OperationRow row = find(id);
    return OperationView.of(row, operations.events(row.id(), 0));
  }

  /** What happens, as it happens. */
  @GET
  @Path("{id}/events")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "followMachineOperation",
      summary = "What happens in an operation on a machine, as server-sent events",
      description =
          "Events: `step` with `{\"step\",\"state\"}` and, of one that failed, `error`; `output`"
              + " with `{\"step\",\"text\"}`; and `end` with `{\"state\"}` and perhaps `error` and"
              + " `advice`. Resumes after `Last-Event-ID`.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "events", value = OperationExamples.EVENTS)))
  public Multi<OutboundSseEvent> follow(
      @RestPath String id,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse) {
    OperationFollower follower =
        new OperationFollower(operations, find(id).id(), OperationSse.place(lastEventId));
    return Multi.createBy()
        .repeating()
        .uni(() -> next(follower))
        .indefinitely()
        .select()
        .first(news -> !(news instanceof News.Closed))
        .map(news -> OperationSse.of(sse, news));
  }

  private Uni<News> next(OperationFollower follower) {
    return Uni.createFrom()
        .item(
            () -> {
              try {
                return follower.next();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new News.Closed();
              }
            })
        .runSubscriptionOn(threads);
  }

  private OperationRow find(String id) {
    return Optional.of(id)
        .filter(number -> number.matches("[0-9]{1,18}"))
        .flatMap(number -> operations.find(Long.parseLong(number)))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such operation."));
  }
}
