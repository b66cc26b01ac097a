package org.laassoa.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps the exceptions whose cause is the request or the state of things. */
public final class KnownProblems {

  /** What our own code refuses. */
  @ServerExceptionMapper
  public Response problem(ProblemException problem) {
    return ProblemDocument.of(problem).response();
  }

  /** A body that is JSON and does not fit. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException mismatch) {
    return problem(JsonProblems.of(mismatch));
  }

  /** A body that is not JSON. */
  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException unreadable) {
    return problem(JsonProblems.of(unreadable));
  }

  /** A value that Bean Validation refuses. */
  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException invalid) {
    return problem(Violations.problem(invalid));
  }

  /** No credentials where some are needed. */
  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException unauthorized) {
    return signInFirst();
  }

  /** Wrong credentials. */
  @ServerExceptionMapper
  public Response unauthorized(AuthenticationFailedException failed) {
    return signInFirst();
  }

  /** The role does not suffice. */
  @ServerExceptionMapper
  public Response forbidden(ForbiddenException forbidden) {
    return ProblemDocument.of(ProblemType.FORBIDDEN, "Your role does not allow this.").response();
  }

  /** Two changes at the same time, the second of which lost. */
  @ServerExceptionMapper
  public Response outdated(OptimisticLockException outdated) {
    return conflict();
  }

  /** Two changes at the same time that a constraint of the database does not allow together. */
  @ServerExceptionMapper
  public Response clashing(org.hibernate.exception.ConstraintViolationException clashing) {
    return conflict();
  }

  private static Response conflict() {
    return ProblemDocument.of(
            ProblemType.CONFLICT, "Something else changed the same at the same time: try again.")
        .response();
  }

  private static Response signInFirst() {
    Response response =
        ProblemDocument.of(ProblemType.UNAUTHORIZED, "No credentials, or wrong ones.").response();
    return Response.fromResponse(response)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"laas-soa\", charset=\"UTF-8\"")
        .build();
  }
}
