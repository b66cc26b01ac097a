package org.laassoa.server.signin;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.laassoa.server.configuration.input.StrictReading;
import org.laassoa.server.people.CurrentCaller;
import org.laassoa.server.people.Users;
import org.laassoa.server.problem.ProblemException;

/** The password of the caller. */
@Path("/api/me/password")
@Tag(name = "Me")
@RolesAllowed(CallerRoles.USER)
@RunOnVirtualThread
public class MyPasswordResource {

  private final SignIn signIn;
  private final Users users;
  private final CurrentCaller caller;

  MyPasswordResource(SignIn signIn, Users users, CurrentCaller caller) {
    this.signIn = signIn;
    this.users = users;
    this.caller = caller;
  }

  /**
   * Another password.
   *
   * @param currentPassword the one until now
   * @param newPassword the one from now on, 10 to 200 characters
   */
  @Schema(name = "PasswordRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  public record PasswordRequest(
      @NotNull @Schema(writeOnly = true) String currentPassword,
      @NotNull @Schema(writeOnly = true, minLength = 10, maxLength = 200) String newPassword) {

    /** Without the passwords. */
    @Override
    public String toString() {
      return "PasswordRequest[]";
    }
  }

  /** Changes it. */
  @POST
  @ResponseStatus(204)
  @CustomDeserialization(StrictReading.class)
  @Operation(
      operationId = "changeMyPassword",
      summary = "Changes your password",
      description = "Ends all your sessions, this one too. Not with a token.")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-sign-ins`; the header `Retry-After` says how long to wait")
  public void change(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = PasswordRequest.class),
                      examples =
                          @ExampleObject(
                              name = "change",
                              value = SessionExamples.PASSWORD_REQUEST)))
          @NotNull
          @Valid
          PasswordRequest request,
      @Context HttpServerRequest call) {
    String name = caller.inPerson().account().name();
    try {
      signIn.withPassword(name, request.currentPassword(), call.remoteAddress().hostAddress());
    } catch (AuthenticationFailedException e) {
      throw ProblemException.invalidField("current_password", "is not the current password");
    }
    users.changePassword(name, request.newPassword(), "new_password");
  }
}
