package org.laassoa.server.agentwire;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.agent.CurrentAgent;
import org.laassoa.server.configuration.script.ScriptSets;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.FetchAnswer;
import org.laassoa.wire.FetchRequest;

/** {@code POST /fetch_data}: the contents of scripts, in the versions that an action pins. */
@Path("/fetch_data")
@Tag(name = "Agent wire")
@SecurityRequirement(name = "agent")
@RolesAllowed("agent")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FetchDataResource {

  private final CurrentAgent currentAgent;
  private final ActionQueue queue;
  private final ScriptSets scripts;
  private final WireBody wireBody;

  FetchDataResource(
      CurrentAgent currentAgent, ActionQueue queue, ScriptSets scripts, WireBody wireBody) {
    this.currentAgent = currentAgent;
    this.queue = queue;
    this.scripts = scripts;
    this.wireBody = wireBody;
  }

  /** Answers one request by one answer, and a list by a list. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "fetchData",
      summary = "Fetches the scripts whose version differs from the agent's own",
      description = "Only for what the agent holds. A list of requests is answered by a list.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FetchRequest.class),
              examples = @ExampleObject(name = "one", value = WireExamples.FETCH_REQUEST)))
  @APIResponse(
      responseCode = "200",
      description = "The contents",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FetchAnswer.class),
              examples = @ExampleObject(name = "one", value = WireExamples.FETCH_ANSWER)))
  public Object fetch(byte[] body) {
    WireBody.Many<FetchRequest> requests = wireBody.readMany(body, FetchRequest.class);
    List<FetchAnswer> answers = requests.items().stream().map(this::answer).toList();
    return requests.list() ? answers : answers.getFirst();
  }

  private FetchAnswer answer(FetchRequest request) {
    String dataId = Poll.requireField("data_id", request.dataId());
    long revision =
        ActionId.parse(dataId)
            .map(ActionId::value)
            .filter(id -> queue.holdsScripts(currentAgent.get().id(), id))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.FORBIDDEN, "this agent holds no action with that data_id"));
    List<String> names =
        Poll.requireField("param_list", request.paramList()).stream()
            .map(
                param ->
                    Poll.requireField(
                        "param_list.build_config_file_version_list",
                        param.buildConfigFileVersionList()))
            .toList();
    Map<String, String> contents = scripts.contents(revision, names);
    names.stream()
        .filter(name -> !contents.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw ProblemException.invalidField(
                  "param_list.build_config_file_version_list", "names a script that is not there");
            });
    return new FetchAnswer(dataId, contents);
  }
}
