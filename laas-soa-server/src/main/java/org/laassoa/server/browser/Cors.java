package org.laassoa.server.browser;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers for pages of origins that were allowed, as the Fetch Standard wants it. Cookies are never
 * allowed: such a page uses a token.
 */
final class Cors {

  private Cors() {}

  /** Adds the headers to the answer; says whether that was all that was asked for. */
  static boolean answer(RoutingContext call, Origins origins) {
    HttpServerRequest request = call.request();
    MultiMap headers = call.response().headers();
    headers.add("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin == null || !origins.isAllowed(origin)) {
      return false;
    }
    headers
        .set("Access-Control-Allow-Origin", origin)
        .set("Access-Control-Expose-Headers", "ETag, Location, Content-Range, Retry-After");
    if (request.method() != HttpMethod.OPTIONS
        || request.getHeader("Access-Control-Request-Method") == null) {
      return false;
    }
    headers
        .set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
        .set(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID,"
                + " Range")
        .set("Access-Control-Max-Age", "600");
    call.response().setStatusCode(204).end();
    return true;
  }
}
