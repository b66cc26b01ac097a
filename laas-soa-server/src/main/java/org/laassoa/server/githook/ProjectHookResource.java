package org.laassoa.server.githook;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.configuration.input.StrictReading;

/** The hook through which a git host tells of pushes to a project's repository. */
@Path("/api/projects/{name}/webhook")
@Tag(name = "Git hosts")
@RunOnVirtualThread
@RolesAllowed({"viewer", "developer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ProjectHookResource {
  private final GitHooks webhooks;
  private final ReceivedHooks received;

  ProjectHookResource(GitHooks webhooks, ReceivedHooks received) {
    this.webhooks = webhooks;
    this.received = received;
  }

  /** Registers it. */
  @POST
  @RolesAllowed("admin")
  @CustomDeserialization(StrictReading.class)
  @ResponseStatus(201)
  @Operation(
      operationId = "registerProjectWebhook",
      summary = "Register the project's webhook at its git host, with a new secret",
      description =
          "Where the host has no API, or no token is configured, or `manual` is true, the answer has"
              + " address and secret for a person to write down there. What is built, the project's"
              + " `triggers` say.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GitHookRequest.class),
              examples = @ExampleObject(name = "by the server", value = "{\"manual\": false}")))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content =
          @Content(
              schema = @Schema(implementation = GitHookView.class),
              examples = {
                @ExampleObject(name = "registered", value = GitHookExamples.REGISTERED),
                @ExampleObject(name = "to set up", value = GitHookExamples.TO_SET_UP)
              }))
  @APIResponse(
      responseCode = "409",
      description = "`no-public-url`: the server does not know its own address")
  @APIResponse(responseCode = "422", description = "`git-host-failed`: the host refuses, and why")
  public GitHookView register(
      @RestPath String name, @Nullable GitHookRequest request, @Context SecurityContext caller) {
    return webhooks.register(
        name,
        Objects.requireNonNullElse(request, new GitHookRequest(false)),
        caller.getUserPrincipal().getName());
  }

  /** Shows it. */
  @GET
  @Operation(operationId = "getProjectWebhook", summary = "Show the project's webhook")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = GitHookView.class),
              examples = @ExampleObject(name = "registered", value = GitHookExamples.REGISTERED)))
  public GitHookView get(@RestPath String name) {
    return webhooks.get(name);
  }

  /** Takes it away. */
  @DELETE
  @RolesAllowed("admin")
  @ResponseStatus(204)
  @Operation(
      operationId = "removeProjectWebhook",
      summary = "Remove the project's webhook, at its git host too")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "422", description = "`git-host-failed`: the host refuses, and why")
  public void remove(@RestPath String name) {
    webhooks.remove(name);
  }

  /** What came in. */
  @GET
  @Path("deliveries")
  @Operation(
      operationId = "listProjectWebhookDeliveries",
      summary = "List what the git host told, and what became of it, newest first")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = ReceivedHookPage.class),
              examples = @ExampleObject(name = "deliveries", value = GitHookExamples.DELIVERIES)))
  public PageView<ReceivedHook> deliveries(@RestPath String name, @BeanParam PageQuery query) {
    long project = webhooks.existing(name).id();
    return new PageView<>(
        received.list(project, query.page(), query.size()), received.count(project));
  }

  /** The page's schema, which a generic type does not give. */
  @Schema(name = "ReceivedHookPage")
  record ReceivedHookPage(java.util.List<ReceivedHook> items, long total) {}
}
