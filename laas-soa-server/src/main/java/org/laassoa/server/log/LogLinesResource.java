package org.laassoa.server.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;

/** The log of a build by lines, from anywhere in it. */
@Path("/api/builds/{id}/log/lines")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
public class LogLinesResource {

  private static final int MOST_LINES = 1000;

  private final LogAttempts attempts;

  LogLinesResource(LogAttempts attempts) {
    this.attempts = attempts;
  }

  /** Some lines. */
  @GET
  @RunOnVirtualThread
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readLogLines",
      summary = "Lines of the log, from anywhere in it",
      description =
          "A line ends with a line feed, or with carriage return and line feed; what has none yet"
              + " is the last line. Of a line the first 16 KiB are told, or the last ones where"
              + " carriage returns write over it; a page ends early when its lines are longer than"
              + " 2 MiB together: go on behind the last one.")
  @APIResponse(
      responseCode = "200",
      description = "The lines; none where the log has none of these numbers",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LogPage.class),
              examples = @ExampleObject(name = "lines", value = LogExamples.LINES)))
  @APIResponse(responseCode = "400", description = "`invalid-field`: see `errors`")
  @APIResponse(responseCode = "410", description = "`log-removed`: it is older than logs are kept")
  public LogPage read(
      @BeanParam WantedLog wanted,
      @Parameter(
              description =
                  "The first line, from 1; less than 0 counts from the end, -1 is the last line",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
          @RestQuery
          @Nullable String from,
      @Parameter(
              description = "How many lines, 1 to 1000",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "500"))
          @RestQuery
          @Nullable String count) {
    long first = LogParameter.number("from", from, 1, -Integer.MAX_VALUE, 1L << 40);
    if (first == 0) {
      throw ProblemException.invalidField("from", "must not be 0: lines are counted from 1");
    }
    int most = (int) LogParameter.number("count", count, 500, 1, MOST_LINES);
    LogAttempt found = wanted.in(attempts);
    return attempts
        .log(wanted.build(), found)
        .map(
            log ->
                new LogPage(
                    found.attempt(),
                    log.index().bytes(),
                    log.lines(),
                    found.open(),
                    LogPages.read(log, first, most)))
        .orElseGet(() -> new LogPage(found.attempt(), 0, 0, found.open(), List.of()));
  }
}
