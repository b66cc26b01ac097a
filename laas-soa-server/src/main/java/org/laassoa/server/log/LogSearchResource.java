package org.laassoa.server.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Searches the log of a build, a part with each call. */
@Path("/api/builds/{id}/log/search")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
public class LogSearchResource {

  private static final int MOST_LINES = 10_000;

  /** So short that who searches sees that something happens, and no call holds much up. */
  private static final Duration BUDGET = Duration.ofMillis(500);

  private final LogAttempts attempts;

  LogSearchResource(LogAttempts attempts) {
    this.attempts = attempts;
  }

  /** Lines with matches. */
  @GET
  @RunOnVirtualThread
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "searchLog",
      summary = "Finds text in the log, line by line",
      description =
          "Searched is what a terminal would show of each line: without escape sequences, and"
              + " overwritten where carriage returns go back. Each call searches for half a second"
              + " at most; ask again from `next` until it is missing. Of a line the first 512 KiB"
              + " are searched.")
  @APIResponse(
      responseCode = "200",
      description = "The lines with matches",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LogMatches.class),
              examples = @ExampleObject(name = "matches", value = LogExamples.MATCHES)))
  @APIResponse(
      responseCode = "400",
      description = "`invalid-field`: see `errors`, such as for a pattern that is none")
  @APIResponse(responseCode = "410", description = "`log-removed`: it is older than logs are kept")
  public LogMatches search(
      @RestPath String id,
      @Parameter(
              description = "What for, 1 to 200 characters",
              required = true,
              schema = @Schema(type = SchemaType.STRING))
          @RestQuery
          @Nullable String q,
      @Parameter(
              description = "Which attempt, from 1; missing means the last",
              schema = @Schema(type = SchemaType.INTEGER))
          @RestQuery
          @Nullable String attempt,
      @Parameter(
              description = "The first line to search, from 1",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
          @RestQuery
          @Nullable String from,
      @Parameter(
              description = "How many lines with matches, 1 to 10000",
              schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1000"))
          @RestQuery
          @Nullable String limit,
      @Parameter(
              name = "case",
              description = "Whether upper and lower case differ",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @RestQuery("case")
          @Nullable String matchCase,
      @Parameter(
              description = "Whether `q` is a regular expression, in RE2's syntax",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @RestQuery
          @Nullable String regex) {
    LogPattern pattern =
        LogPattern.of(
            q == null ? "" : q,
            LogParameter.truth("case", matchCase),
            LogParameter.truth("regex", regex));
    long first = LogParameter.number("from", from, 1, 1, 1L << 40);
    int most = (int) LogParameter.number("limit", limit, 1000, 1, MOST_LINES);
    LogAttempt found = attempts.find(id, LogParameter.attempt(attempt));
    return attempts
        .log(id, found)
        .map(log -> matches(found, log, new LogSearch(pattern, most, BUDGET).in(log, first)))
        .orElseGet(() -> new LogMatches(found.attempt(), 0, List.of(), 0, null));
  }

  private static LogMatches matches(LogAttempt attempt, IndexedLog log, LogSearch.Found found) {
    return new LogMatches(
        attempt.attempt(), log.lines(), found.matches(), found.count(), found.next());
  }
}
