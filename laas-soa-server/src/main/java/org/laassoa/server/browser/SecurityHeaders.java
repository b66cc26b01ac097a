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

  /** The console's pages have all they need in files of this server. */
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private SecurityHeaders() {}

  /**
   * Adds to an answer those that it does not have.
   *
   * @param path of the request
   * @param encrypted whether the request came by https
   */
  static void add(MultiMap headers, String path, boolean encrypted) {
    add(headers, "X-Content-Type-Options", "nosniff");
    add(headers, "X-Frame-Options", "DENY");
    add(headers, "Referrer-Policy", "no-referrer");
    boolean page = isHtml(headers);
    String policy = page ? PAGE : NOTHING;
    add(headers, "Content-Security-Policy", path.startsWith("/q/swagger-ui") ? SWAGGER_UI : policy);
    if (page || path.startsWith("/api/")) {
      add(headers, "Cache-Control", "no-store");
    }
    if (encrypted) {
      add(headers, "Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static boolean isHtml(MultiMap headers) {
    String type = headers.get("Content-Type");
    return type != null && type.startsWith("text/html");
  }

  private static void add(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
