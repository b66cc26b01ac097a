package org.laassoa.server.configuration.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.laassoa.server.problem.ProblemException;

/** The whole configuration as a file. */
@Path("/api")
@Tag(name = "Configuration files", description = "The whole configuration as one YAML file")
@RolesAllowed("admin")
@RunOnVirtualThread
public class ConfigurationFileResource {
  private static final String YAML = "application/yaml";

  private final ConfigurationFiles files;

  ConfigurationFileResource(ConfigurationFiles files) {
    this.files = files;
  }

  /** Writes out. */
  @GET
  @Path("export")
  @Produces(YAML)
  @Operation(
      operationId = "exportConfiguration",
      summary = "The whole configuration as YAML, without its secrets")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "file", value = ConfigurationFileExamples.FILE)))
  public String export() {
    return files.export();
  }

  /** Brings the configuration to what a file says. */
  @POST
  @Path("apply")
  @Consumes({YAML, "text/yaml", MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "applyConfiguration",
      summary = "Bring the configuration to what a file says, all or nothing",
      description =
          "Each entry that the file names is created or replaced, as by a PUT; secrets that the"
              + " file leaves out are kept. The same file once more changes nothing.")
  @RequestBody(
      content = {
        @Content(
            mediaType = YAML,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "file", value = ConfigurationFileExamples.FILE))
      })
  @APIResponse(
      responseCode = "200",
      description = "What was changed, or would be",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Applied.class),
              examples =
                  @ExampleObject(
                      name = "a changed port",
                      value = ConfigurationFileExamples.APPLIED)))
  @APIResponse(
      responseCode = "409",
      description = "`in-use`: what should be deleted is used; `conflict` with another change")
  public Applied apply(
      byte[] file,
      @Parameter(description = "Whether to find out only, and store nothing")
          @RestQuery("dry_run")
          @DefaultValue("false")
          String dryRun,
      @Parameter(description = "Whether entries are deleted that a section does not name")
          @RestQuery
          @DefaultValue("false")
          String prune) {
    return files.apply(file, truth("dry_run", dryRun), truth("prune", prune));
  }

  /**
   * As text: of what is neither, the framework would make false, and apply what was to be tried.
   */
  private static boolean truth(String field, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ProblemException.invalidField(field, "must be true or false");
    };
  }
}
