package org.laassoa.server.githook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Where git hosts call. Nobody signs in: each call carries a proof of its own. */
@Path("/hooks/{form}/{project}")
@Tag(name = "Git hosts")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class HookResource {
  private static final int MOST_BYTES = 5 << 20;

  private final ReceiveHook hooks;

  HookResource(ReceiveHook hooks) {
    this.hooks = hooks;
  }

  /** Takes a call. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @SecurityRequirements
  @Operation(
      operationId = "receiveHook",
      summary = "Called by a git host when something was pushed",
      description =
          """
          Proved by `X-Gitlab-Token`, `X-Gitea-Signature` or `X-Hub-Signature-256`, as the host does
          it. The form `generic` is for others: signed as GitHub does, with the body of the example.
          A call that is sent again builds nothing twice.
          """)
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "generic", value = GitHookExamples.GENERIC_BODY)))
  @APIResponse(
      responseCode = "200",
      description = "Nothing is built, and why",
      content =
          @Content(
              schema = @Schema(implementation = HookAnswer.class),
              examples = @ExampleObject(name = "ignored", value = GitHookExamples.IGNORED)))
  @APIResponse(
      responseCode = "202",
      description = "A build",
      content =
          @Content(
              schema = @Schema(implementation = HookAnswer.class),
              examples = @ExampleObject(name = "built", value = GitHookExamples.BUILT)))
  @APIResponse(
      responseCode = "401",
      description = "`unauthorized`: no such hook, or not the right proof")
  @APIResponse(responseCode = "413", description = "`too-large`: a body may have 5 MiB")
  public Response receive(
      @RestPath String form, @RestPath String project, byte[] body, @Context HttpHeaders headers) {
    if (body.length > MOST_BYTES) {
      throw new ProblemException(ProblemType.TOO_LARGE, "A hook's body may have 5 MiB.");
    }
    HookForm known =
        HookForm.named(form)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "there are no such hooks"));
    HookAnswer answer = hooks.take(known, project, new HookCall(headers::getHeaderString, body));
    return Response.status(answer.result().equals("built") ? 202 : 200).entity(answer).build();
  }
}
