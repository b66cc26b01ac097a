package org.laassoa.server.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.laassoa.server.problem.ProblemDocument;
import org.laassoa.server.problem.ProblemType;

/** Refusals as problem documents, with the challenge that tells a client how to sign in. */
class SignInProblems {

  @ServerExceptionMapper(priority = 1)
  Response notSignedIn(UnauthorizedException e, UriInfo address) {
    return challenge(address, "this needs a sign-in");
  }

  @ServerExceptionMapper(priority = 1)
  Response wrongCredentials(AuthenticationFailedException e, UriInfo address) {
    return challenge(address, "the credentials are not right");
  }

  @ServerExceptionMapper(priority = 1)
  Response notAllowed(ForbiddenException e) {
    return ProblemDocument.of(ProblemType.FORBIDDEN, "your role may not do this").response();
  }

  private static Response challenge(UriInfo address, String detail) {
    boolean forPeople = address.getPath().startsWith("/api");
    return Response.fromResponse(ProblemDocument.of(ProblemType.UNAUTHORIZED, detail).response())
        .header(
            HttpHeaders.WWW_AUTHENTICATE, (forPeople ? "Basic" : "Bearer") + " realm=\"laas-soa\"")
        .build();
  }
}
