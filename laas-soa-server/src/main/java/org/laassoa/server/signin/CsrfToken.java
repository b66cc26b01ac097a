package org.laassoa.server.signin;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What the pages of a session send with each change. */
public final class CsrfToken {

  private CsrfToken() {}

  /** The token of the session whose cookie the request has. */
  public static Optional<String> of(HttpServerRequest request) {
    return Optional.ofNullable(SessionCookie.of(request)).map(SessionCookie::csrfToken);
  }
}
