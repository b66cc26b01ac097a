package org.laassoa.server.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.ProblemDocument;
import org.laassoa.server.problem.ProblemType;

/** Refusals as problem documents, with the challenge that tells a client how to sign in. */
class SignInProblems {

  @ServerExceptionMapper(priority = 1)
  Response notSignedIn(UnauthorizedException e, RoutingContext call) {
    return challenge(call, "this needs a sign-in");
  }

  @ServerExceptionMapper(priority = 1)
  Response wrongCredentials(AuthenticationFailedException e, RoutingContext call) {
    return challenge(call, "the credentials are not right");
  }

  @ServerExceptionMapper(priority = 1)
  Response notAllowed(ForbiddenException e, RoutingContext call) {
    return CallerRoles.hidden(call)
        .map(detail -> ProblemDocument.of(ProblemType.NOT_FOUND, detail))
        .orElseGet(() -> ProblemDocument.of(ProblemType.FORBIDDEN, "your role may not do this"))
        .response();
  }

  @ServerExceptionMapper
  Response throttled(ThrottledException e) {
    ProblemDocument problem =
        ProblemDocument.of(
            ProblemType.TOO_MANY_SIGN_INS,
            Message.of("Nothing was checked. Try again in %d s.", e.seconds()));
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.RETRY_AFTER, e.seconds())
        .build();
  }

  private static Response challenge(RoutingContext call, String detail) {
    return Response.fromResponse(ProblemDocument.of(ProblemType.UNAUTHORIZED, detail).response())
        .header(HttpHeaders.WWW_AUTHENTICATE, scheme(call) + " realm=\"laas-soa\"")
        .build();
  }

  /** A script in a page asks by itself: the browser's own window for a password is not wanted. */
  private static String scheme(RoutingContext call) {
    String mode = call.request().getHeader("Sec-Fetch-Mode");
    boolean byScript = mode != null && !mode.equals("navigate");
    return call.request().path().startsWith("/api") && !byScript ? "Basic" : "Bearer";
  }
}
