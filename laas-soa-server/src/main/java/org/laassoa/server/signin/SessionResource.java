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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laassoa.server.audit.NotAudited;
import org.laassoa.server.configuration.input.StrictReading;
import org.laassoa.server.people.Caller;
import org.laassoa.server.people.Credential;
import org.laassoa.server.people.CurrentCaller;
import org.laassoa.server.people.Sessions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The session of a browser. */
@Path("/api/session")
@Tag(name = "Session", description = "Signing a browser in and out")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  private final SignIn signIn;
  private final Sessions sessions;
  private final CurrentCaller caller;

  SessionResource(SignIn signIn, Sessions sessions, CurrentCaller caller) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.caller = caller;
  }

  /**
   * Who signs in.
   *
   * @param name the user's name
   * @param password the password
   */
  @Schema(name = "SessionRequest")
  public record SessionRequest(
      @NotNull String name, @NotNull @Schema(writeOnly = true) String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "SessionRequest[" + name + "]";
    }
  }

  /**
   * A session.
   *
   * @param name whose it is
   * @param csrfToken what the header X-CSRF-Token must hold with each change
   */
  @Schema(name = "Session")
  @JsonNaming(SnakeCaseStrategy.class)
  public record SessionView(String name, String csrfToken) {}

  /** Signs in. */
  @POST
  @CustomDeserialization(StrictReading.class)
  @SecurityRequirements
  @NotAudited("the sign-in is noted, with the user")
  @Operation(
      operationId = "createSession",
      summary = "Signs a browser in: sets the cookie",
      description =
          "The cookie alone is enough for reading. Whatever changes something needs the header"
              + " `X-CSRF-Token` too, and must come from a page of this server.")
  @APIResponse(
      responseCode = "200",
      description = "Signed in",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class),
              examples = @ExampleObject(name = "session", value = SessionExamples.ANSWER)))
  @APIResponse(responseCode = "401", description = "`unauthorized`: name or password is wrong")
  @APIResponse(
      responseCode = "429",
      description = "`too-many-sign-ins`; the header `Retry-After` says how long to wait")
  public Response create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SessionRequest.class),
                      examples = @ExampleObject(name = "lin", value = SessionExamples.REQUEST)))
          @NotNull
          @Valid
          SessionRequest request,
      @Context HttpServerRequest call) {
    Caller user =
        signIn.withPassword(request.name(), request.password(), call.remoteAddress().hostAddress());
    endFormer(call);
    String token =
        sessions
            .begin(user.account())
            .orElseThrow(() -> new AuthenticationFailedException("the password has been changed"));
    return Response.ok(view(user, token))
        .header(HttpHeaders.SET_COOKIE, SessionCookie.set(call, token, sessions.absolute()))
        .build();
  }

  private void endFormer(HttpServerRequest call) {
    Optional.ofNullable(SessionCookie.of(call))
        .flatMap(signIn::withSession)
        .ifPresent(former -> end(former));
  }

  /** Shows the session. */
  @GET
  @RolesAllowed(CallerRoles.USER)
  @Operation(
      operationId = "getSession",
      summary = "The browser's session",
      description = "`not-found` when the request has another kind of sign-in.")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  @APIResponse(responseCode = "404", description = "`not-found`: it is no session")
  public SessionView get(@Context HttpServerRequest call) {
    Caller user = caller.get();
    String token = SessionCookie.of(call);
    if (!(user.credential() instanceof Credential.Session) || token == null) {
      throw noSession();
    }
    return view(user, token);
  }

  /** Signs out. */
  @DELETE
  @RolesAllowed(CallerRoles.USER)
  @Operation(operationId = "deleteSession", summary = "Signs the browser out")
  @APIResponse(responseCode = "204", description = "Signed out")
  @APIResponse(responseCode = "404", description = "`not-found`: it is no session")
  public Response delete(@Context HttpServerRequest call) {
    if (!end(caller.get())) {
      throw noSession();
    }
    return Response.noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.clear(call)).build();
  }

  private boolean end(Caller user) {
    if (user.credential() instanceof Credential.Session session) {
      sessions.end(session);
      return true;
    }
    return false;
  }

  private static SessionView view(Caller user, String token) {
    return new SessionView(user.account().name(), SessionCookie.csrfToken(token));
  }

  private static ProblemException noSession() {
    return new ProblemException(ProblemType.NOT_FOUND, "This request is not of a session.");
  }
}
