package org.laassoa.server.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.laassoa.server.configuration.input.EntryName;

/** The tokens of a user, for administrators. */
@Path("/api/users/{name}/tokens")
@Tag(name = "Users")
@RolesAllowed("admin")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UserTokensResource {

  private final ApiTokens tokens;
  private final Accounts accounts;
  private final CurrentCaller caller;

  UserTokensResource(ApiTokens tokens, Accounts accounts, CurrentCaller caller) {
    this.caller = caller;
    this.tokens = tokens;
    this.accounts = accounts;
  }

  /** Lists them. */
  @GET
  @Operation(operationId = "listUserTokens", summary = "Lists a user's API tokens, newest first")
  @APIResponse(
      responseCode = "200",
      description = "All of them",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenList.class),
              examples = @ExampleObject(name = "one", value = PeopleExamples.TOKENS)))
  public ApiTokenList list(@RestPath String name) {
    return ApiTokenList.of(tokens.of(account(name)));
  }

  /** Revokes one. */
  @DELETE
  @Path("{id}")
  @ResponseStatus(204)
  @Operation(
      operationId = "deleteUserToken",
      summary = "Revokes one of a user's API tokens, at once",
      description = "Not with a token.")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void delete(@RestPath String name, @RestPath String id) {
    caller.refuseTokens();
    tokens.revoke(account(name), id);
  }

  private Account account(String name) {
    return Optional.of(name)
        .filter(EntryName.Rule::allows)
        .flatMap(accounts::find)
        .orElseThrow(Users::noSuchUser);
  }
}
