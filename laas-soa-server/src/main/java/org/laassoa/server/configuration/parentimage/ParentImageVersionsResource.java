package org.laassoa.server.configuration.parentimage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.script.ScriptDiff;
import org.laassoa.server.configuration.script.ScriptHistory;
import org.laassoa.server.configuration.script.ScriptVersionExamples;
import org.laassoa.server.configuration.script.ScriptVersionFiles;
import org.laassoa.server.configuration.script.ScriptVersionView;
import org.laassoa.server.configuration.script.VersionNumber;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The versions of the scripts of a parent image. */
@Path(ParentImages.PATH + "/{name}/versions")
@Tag(name = "Parent images")
@RunOnVirtualThread
@Transactional
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ParentImageVersionsResource {
  private final Entries<ParentImage, ParentImageRequest, ParentImageView> entries;
  private final ParentImageRepository repository;
  private final ScriptHistory history;

  ParentImageVersionsResource(
      ParentImages kind,
      ParentImageRepository repository,
      ScriptHistory history,
      EntryContext context) {
    this.entries = new Entries<>(kind, context);
    this.repository = repository;
    this.history = history;
  }

  /** Lists. */
  @GET
  @Operation(
      operationId = "listParentImageVersions",
      summary = "List the versions of the scripts of a parent image, newest first")
  public PageView<ScriptVersionView> list(String name, @BeanParam PageQuery query) {
    long set = scriptSet(name);
    return new PageView<>(history.list(set, query.page(), query.size()), history.count(set));
  }

  /** Shows one. */
  @GET
  @Path("{number}")
  @Operation(operationId = "getParentImageVersion", summary = "Show the scripts of one version")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScriptVersionFiles.class),
              examples = @ExampleObject(name = "version", value = ScriptVersionExamples.FILES)))
  public ScriptVersionFiles get(String name, String number) {
    return history.get(scriptSet(name), VersionNumber.ofAddress(number));
  }

  /** Compares two. */
  @GET
  @Path("{number}/diff")
  @Operation(
      operationId = "diffParentImageVersions",
      summary = "Show what differs between this version and another one")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ScriptDiff.class),
              examples = @ExampleObject(name = "diff", value = ScriptVersionExamples.DIFF)))
  public ScriptDiff diff(String name, String number, @RestQuery @Nullable String to) {
    return history.diff(
        scriptSet(name), VersionNumber.ofAddress(number), VersionNumber.ofQuery("to", to));
  }

  /** Restores one. */
  @POST
  @Path("{number}/restore")
  @RolesAllowed("admin")
  @Operation(
      operationId = "restoreParentImageVersion",
      summary = "Make the files of this version those of a new one")
  @APIResponse(
      responseCode = "200",
      description = "The parent image with the files of that version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParentImageView.class)))
  public ParentImageView restore(String name, String number) {
    Map<String, String> files = history.contents(scriptSet(name), VersionNumber.ofAddress(number));
    ObjectNode request = entries.request(name).orElseThrow();
    ObjectNode restored = request.putObject("files");
    files.forEach(restored::put);
    return entries.put(name, entries.read(request)).stored().view();
  }

  private long scriptSet(String name) {
    return repository
        .findByName(name)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such parent image."))
        .getScriptSetId();
  }
}
