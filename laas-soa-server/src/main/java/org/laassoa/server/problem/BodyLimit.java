package org.laassoa.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says itself that it is too large, before the framework does so without a
 * word. One that hides its length is cut off by the framework.
 */
@ApplicationScoped
class BodyLimit {

  /** Before the framework's own limit. */
  private static final int FIRST = 10_000;

  private final ObjectMapper json;
  private final long limit;

  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.json = json;
    this.limit = limit.asLongValue();
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext call) {
    String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    // Up to six digits are within any limit: nearly every request is told so.
    if (length == null || length.length() < 7 || isWithin(length)) {
      call.next();
      return;
    }
    // The rest of the body is not read, so nothing can follow on this connection.
    call.response()
        .setStatusCode(ProblemType.TOO_LARGE.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(body());
  }

  private boolean isWithin(String length) {
    return !length.matches("[0-9]{1,18}") || Long.parseLong(length) <= limit;
  }

  private String body() {
    String detail = "A body may have " + limit + " bytes.";
    try {
      return json.writeValueAsString(ProblemDocument.of(ProblemType.TOO_LARGE, detail));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem document is JSON", e);
    }
  }
}
