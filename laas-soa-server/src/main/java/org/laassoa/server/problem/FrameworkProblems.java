package org.laassoa.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.laassoa.server.language.Message;

/** Maps what the web framework refuses by itself, and whatever nobody foresaw. */
public final class FrameworkProblems {
  private static final Logger LOG = Logger.getLogger(FrameworkProblems.class);

  /** No such address, wrong method, unknown media type and the like. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    if (refused.getCause() instanceof JsonProcessingException unreadable) {
      return ProblemDocument.of(JsonProblems.of(unreadable)).response();
    }
    if (status < 400) {
      return refused.getResponse();
    }
    if (status >= 500) {
      return unexpected(refused);
    }
    Response answer = ProblemDocument.of(typeOf(status), detailOf(status)).response();
    String allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
  }

  /** Reading a body failed; because the caller went away, most often, which is no fault of ours. */
  @ServerExceptionMapper
  public Response unreadable(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpClosedException) {
        LOG.debugf(broken, "A caller went away in the middle of its request");
        return ProblemDocument.of(ProblemType.MALFORMED_REQUEST, "The body ends too early.")
            .response();
      }
    }
    return unexpected(broken);
  }

  /** A fault of ours: logged once under an incident id, of which alone the client learns. */
  @ServerExceptionMapper
  public Response unexpected(Throwable fault) {
    UUID incident = UUID.randomUUID();
    LOG.errorf(fault, "Incident %s", incident);
    ProblemType type = ProblemType.INTERNAL;
    return new ProblemDocument(
            type.urn(),
            type.title(),
            type.status(),
            Message.of("The server failed; its log says more under incident %s.", incident),
            "urn:uuid:" + incident,
            Map.of())
        .response();
  }

  private static ProblemType typeOf(int status) {
    return switch (status) {
      case 401 -> ProblemType.UNAUTHORIZED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 409 -> ProblemType.CONFLICT;
      case 413 -> ProblemType.TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 416 -> ProblemType.RANGE_NOT_SATISFIABLE;
      default -> ProblemType.MALFORMED_REQUEST;
    };
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take this method.";
      case 415 -> "This address does not take a body of this Content-Type.";
      default -> "The request was refused.";
    };
  }
}
