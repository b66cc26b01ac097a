package org.laassoa.builder.server;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.server.ServerFailure.RequestRefused;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.wire.Problem;

/** Turns what the HTTP client throws into what the agent acts on. */
final class ProblemAnswers {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  /** What proxies answer in place of a server that did not, or not soon enough for them. */
  private static final Set<Integer> GATEWAY_STATUSES = Set.of(REQUEST_TIMEOUT, 502, 504);

  private ProblemAnswers() {}

  static <T> T call(Supplier<T> request) throws ServerFailure, InterruptedException {
    try {
      return request.get();
    } catch (WebApplicationException error) {
      throw failure(error);
    } catch (RuntimeException error) {
      // Not only a ProcessingException: when an answer breaks off in its middle, the client throws
      // what its lower layers did.
      if (error.getCause() instanceof InterruptedException) {
        throw new InterruptedException("interrupted while waiting for the server");
      }
      throw new ServerUnreachable(words(error), true, error);
    }
  }

  private static ServerFailure failure(WebApplicationException error) {
    Response answer = error.getResponse();
    int status = answer.getStatus();
    Problem problem = problem(answer);
    String words = "HTTP " + status + (problem == null ? "" : ": " + words(problem));
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      return new TokenRefused(words, error);
    }
    if (status < 400 || status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
      return new ServerUnreachable(words, GATEWAY_STATUSES.contains(status), error);
    }
    String type = problem == null ? "" : problem.type();
    long offset = problem == null || problem.offset() == null ? 0 : problem.offset();
    return new RequestRefused(words, type, offset, error);
  }

  private static @Nullable Problem problem(Response answer) {
    String type = String.valueOf(answer.getMediaType());
    if (!type.contains("json") || !answer.hasEntity()) {
      return null;
    }
    try {
      return answer.readEntity(Problem.class);
    } catch (ProcessingException | IllegalStateException | WebApplicationException e) {
      // A proxy in between may answer with JSON of its own.
      return null;
    }
  }

  private static String words(Problem problem) {
    return problem.detail() == null ? problem.title() : problem.detail();
  }

  private static String words(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
