package org.laassoa.server.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemDocument;
import org.laassoa.server.problem.ProblemType;

/**
 * The rules of browsers for every answer, and the refusal of requests that a page elsewhere may
 * have made a browser send. It stands behind the short way of the agents' calls ({@code
 * AgentRoutes}), which no browser makes.
 */
@ApplicationScoped
class BrowserRules {

  /** Behind the short way of the agents' calls, before the framework's own handlers. */
  private static final int ORDER = 0;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Origins origins;
  private final ObjectMapper json;

  BrowserRules(Origins origins, ObjectMapper json) {
    this.origins = origins;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::handle);
  }

  private void handle(RoutingContext call) {
    HttpServerRequest request = call.request();
    String path = call.normalizedPath();
    call.addHeadersEndHandler(
        written -> SecurityHeaders.add(call.response().headers(), path, request.isSSL()));
    if (path.indexOf(';') >= 0) {
      // The framework takes such parts of a path away when it looks for who answers it: what was
      // judged by its path here would be another one there. Nothing here has such parts.
      refuse(call, ProblemType.NOT_FOUND);
      return;
    }
    if (!path.startsWith("/api/")) {
      call.next();
      return;
    }
    if (origins.anyAllowed() && Cors.answer(call, origins)) {
      return;
    }
    ProblemType refusal = refusal(request);
    if (refusal == null) {
      call.next();
    } else {
      refuse(call, refusal);
    }
  }

  private @Nullable ProblemType refusal(HttpServerRequest request) {
    if (SAFE.contains(request.method())) {
      return null;
    }
    if (origins.isForeignPage(request)) {
      return ProblemType.CROSS_SITE_REQUEST;
    }
    return hasBody(request) && !BodyType.isTaken(request.getHeader("Content-Type"))
        ? ProblemType.UNSUPPORTED_MEDIA_TYPE
        : null;
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? request.getHeader("Transfer-Encoding") != null : !length.equals("0");
  }

  private void refuse(RoutingContext call, ProblemType type) {
    String detail =
        switch (type) {
          case CROSS_SITE_REQUEST -> "A page of another site may not change anything here.";
          case NOT_FOUND -> "There is nothing at this address.";
          default -> "The body must be JSON or YAML, and say so in Content-Type.";
        };
    // The rest of the body is not read, so nothing can follow on this connection.
    call.response()
        .setStatusCode(type.status())
        .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(body(ProblemDocument.of(type, detail)));
  }

  private String body(ProblemDocument problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem document is JSON", e);
    }
  }
}
