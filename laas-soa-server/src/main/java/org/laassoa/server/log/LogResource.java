package org.laassoa.server.log;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionSignals;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The log of a build: as bytes, whole or by range, or followed live. */
@Path("/api/builds/{id}/log")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
public class LogResource {

  private final LogStore log;
  private final ActionSignals signals;
  private final SseEvents events;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LogResource(LogStore log, ActionSignals signals, SseEvents events) {
    this.log = log;
    this.signals = signals;
    this.events = events;
  }

  /** The log's bytes. */
  @GET
  @RunOnVirtualThread
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "readLog",
      summary = "The log, byte for byte",
      description =
          "Understands `Range: bytes=…` with one range. A step's `log_from` and `log_to` are the"
              + " range of exactly what its script printed.")
  @APIResponse(
      responseCode = "200",
      description = "The whole log so far",
      headers =
          @Header(
              name = "Accept-Ranges",
              description = "Always `bytes`",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "log", value = LogExamples.TEXT)))
  @APIResponse(
      responseCode = "206",
      description = "The range",
      headers =
          @Header(
              name = "Content-Range",
              description = "Which bytes these are, of how many",
              schema = @Schema(implementation = String.class, examples = "bytes 0-5/4096")),
      content =
          @Content(
              mediaType = MediaType.TEXT_PLAIN,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "range", value = LogExamples.TEXT)))
  @APIResponse(responseCode = "410", description = "`log-removed`: it is older than logs are kept")
  @APIResponse(responseCode = "416", description = "`range-not-satisfiable`: the log is shorter")
  public Response read(
      @RestPath String id,
      @Parameter(description = "Which attempt, from 1; missing means the last") @RestQuery
          @Nullable Integer attempt,
      @HeaderParam("Range") @Nullable String range) {
    ActionId action = action(id);
    LogProgress progress = progress(action);
    int shown = attempt == null ? progress.attempt() : attempt;
    if (shown < 0 || shown > progress.attempt()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "there is no such attempt");
    }
    long length = log.length(action, shown);
    Optional<ByteRange> asked = ByteRange.of(range, length);
    ByteRange part = asked.orElse(new ByteRange(0, length));
    LogReading reading = open(action, shown, part);
    StreamingOutput body = output -> copy(reading, part, output);
    Response.ResponseBuilder answer =
        Response.status(asked.isPresent() ? 206 : 200)
            .entity(body)
            .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
            .header("Accept-Ranges", "bytes")
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Length", part.to() - part.from());
    asked.ifPresent(taken -> answer.header("Content-Range", taken.contentRange(length)));
    return answer.build();
  }

  /** Nothing has been answered yet: a log that retention has removed can still be told. */
  private @Nullable LogReading open(ActionId action, int attempt, ByteRange part) {
    LogReading reading = log.open(action, attempt).orElse(null);
    if (reading != null && part.from() < part.to() && reading.read(part.from(), 1).length == 0) {
      throw new ProblemException(
          ProblemType.LOG_REMOVED, "logs are kept for a limited time, see laas.retention.logs");
    }
    return reading;
  }

  private static void copy(@Nullable LogReading reading, ByteRange part, OutputStream output)
      throws IOException {
    long offset = part.from();
    while (reading != null && offset < part.to()) {
      byte[] bytes = reading.read(offset, part.to() - offset);
      if (bytes.length == 0) {
        throw new IOException("the log was removed while it was read");
      }
      output.write(bytes);
      offset += bytes.length;
    }
  }

  /** The log as it grows. */
  @GET
  @Path("/stream")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "followLog",
      summary = "The log as it grows, as server-sent events",
      description =
          "Events: `log` with `{\"attempt\",\"offset\",\"text\"}`, and `end` with `{\"state\"}` when"
              + " the build has ended and all has been told. Resumes after `Last-Event-ID`. Text is"
              + " UTF-8 with what is none replaced; for the bytes as they are read the log itself."
              + " Browsers cannot send that header at first: they say by `from` where to begin.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "events", value = LogExamples.EVENTS)))
  @APIResponse(responseCode = "400", description = "`invalid-field`: see `errors`")
  public Multi<OutboundSseEvent> follow(
      @RestPath String id,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Parameter(
              description =
                  "The attempt to begin in, from 1; missing means the last. Not used with"
                      + " `Last-Event-ID`",
              schema = @Schema(type = SchemaType.INTEGER))
          @RestQuery
          @Nullable String attempt,
      @Parameter(
              description = "The first byte wanted, from 0. Not used with `Last-Event-ID`",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
          @RestQuery
          @Nullable String from,
      @Context Sse sse) {
    ActionId action = action(id);
    progress(action);
    SseEvents.Place place =
        lastEventId == null || lastEventId.isBlank()
            ? new SseEvents.Place(
                (int) LogParameter.number("attempt", attempt, 0, 0, Integer.MAX_VALUE),
                LogParameter.number("from", from, 0, 0, 1L << 50))
            : SseEvents.place(lastEventId);
    LogFollower follower = new LogFollower(log, signals, action, place.attempt(), place.offset());
    return Multi.createBy()
        .repeating()
        .uni(() -> next(follower))
        .indefinitely()
        .select()
        .first(event -> !(event instanceof LogEvent.Closed))
        .map(event -> events.of(sse, event));
  }

  private Uni<LogEvent> next(LogFollower follower) {
    return Uni.createFrom()
        .item(
            () -> {
              try {
                return follower.next();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new LogEvent.Closed();
              }
            })
        .runSubscriptionOn(threads);
  }

  private LogProgress progress(ActionId action) {
    return log.progress(action).orElseThrow(LogResource::noSuchBuild);
  }

  private static ActionId action(String id) {
    return ActionId.parse(id).orElseThrow(LogResource::noSuchBuild);
  }

  private static ProblemException noSuchBuild() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such build");
  }
}
