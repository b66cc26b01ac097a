package org.laassoa.server.log;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the log of a build is made up: its steps by lines, and where to look first. */
@Path("/api/builds/{id}/log/outline")
@Tag(name = "Builds")
@RolesAllowed({"viewer", "developer", "admin"})
public class LogOutlineResource {

  private final LogAttempts attempts;
  private final LogOutlines outlines;

  LogOutlineResource(LogAttempts attempts, LogOutlines outlines) {
    this.attempts = attempts;
    this.outlines = outlines;
  }

  /** The outline. */
  @GET
  @RunOnVirtualThread
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "outlineLog",
      summary = "The log's length, the lines of each step, and the first error",
      description =
          "`first_error` is there when the build failed: the first line of the failed step that"
              + " has one of the words error, fatal, exception, failed or cannot, in upper or lower"
              + " case, within its first 32 MiB; else its last line that is not empty; where no"
              + " step failed, the log's last such line.")
  @APIResponse(
      responseCode = "200",
      description = "The outline",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LogOutline.class),
              examples = @ExampleObject(name = "failed", value = LogExamples.OUTLINE)))
  @APIResponse(responseCode = "400", description = "`invalid-field`: see `errors`")
  @APIResponse(responseCode = "410", description = "`log-removed`: it is older than logs are kept")
  public LogOutline outline(@BeanParam WantedLog wanted) {
    LogAttempt found = wanted.in(attempts);
    return attempts
        .log(wanted.build(), found)
        .map(log -> outlines.of(wanted.build(), found, log))
        .orElseGet(() -> outlines.empty(found));
  }
}
