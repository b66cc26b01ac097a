package org.laassoa.server.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.people.RandomToken;

/**
 * The cookie of a session. By https its name makes browsers take it from this host alone (prefix
 * {@code __Host-}, RFC 6265bis). A link from elsewhere, such as a commit's status, opens a page
 * signed in: reading changes nothing, and whatever changes something needs the CSRF token.
 */
final class SessionCookie {

  private static final String NAME = "laas_session";
  private static final String SECURE_NAME = "__Host-" + NAME;

  private SessionCookie() {}

  /** What the request's cookie holds, or null where it has none. */
  static @Nullable String of(HttpServerRequest request) {
    Cookie cookie = request.getCookie(name(request));
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  private static String name(HttpServerRequest request) {
    return request.isSSL() ? SECURE_NAME : NAME;
  }

  /** The header that sets it. */
  static String set(HttpServerRequest request, String token, Duration validity) {
    return name(request)
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + validity.toSeconds()
        + (request.isSSL() ? "; Secure" : "");
  }

  /** The header that removes it. */
  static String clear(HttpServerRequest request) {
    return set(request, "", Duration.ZERO);
  }

  /**
   * What the header {@code X-CSRF-Token} has to hold with this cookie. It is made from the cookie,
   * which a page elsewhere does not know, and does not tell it.
   */
  static String csrfToken(String token) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(RandomToken.hash("csrf\0" + token));
  }
}
