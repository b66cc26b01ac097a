package org.laassoa.server.browser;

import io.vertx.core.MultiMap;

/**
 * The headers that keep browsers from doing more with an answer than was meant; those of OWASP's
 * REST Security Cheat Sheet. A resource that sets one of them itself has the last word.
 */
final class SecurityHeaders {

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI has scripts and styles within its page. */
  private static final String SWAGGER_UI =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /**
   * Adds them to an answer.
   *
   * @param path of the request
   * @param encrypted whether the request came by https
   */
  static void add(MultiMap headers, String path, boolean encrypted) {
    headers
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER_UI : NOTHING);
    if (path.startsWith("/api/")) {
      headers.set("Cache-Control", "no-store");
    }
    if (encrypted) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
