package org.laassoa.server.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches the log of a build, a part with each call. */
@Path("/api/builds/{id}/log/search")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
public class LogSearchResource {

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
              + " are searched: lines that are longer are named in `partly_searched`.")
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
  public LogMatches search(@BeanParam WantedLog wanted, @BeanParam LogSearchQuery query) {
    LogSearch search = new LogSearch(query.pattern(), query.most(), BUDGET);
    long first = query.first();
    LogAttempt found = wanted.in(attempts);
    return attempts
        .log(wanted.build(), found)
        .map(log -> matches(found, log, search.in(log, first)))
        .orElseGet(() -> new LogMatches(found.attempt(), 0, List.of(), 0, List.of(), null));
  }

  private static LogMatches matches(LogAttempt attempt, IndexedLog log, LogSearch.Found found) {
    return new LogMatches(
        attempt.attempt(),
        log.lines(),
        found.matches(),
        found.count(),
        found.partly(),
        found.next());
  }
}
