package org.laassoa.server.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Name and password as basic authentication sends them, RFC 7617.
 *
 * @param name the name
 * @param password the password
 */
record BasicCredentials(String name, String password) {

  private static final String SCHEME = "basic ";

  /** Those of a header {@code Authorization}, or null when it is of another scheme. */
  static @Nullable BasicCredentials of(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String text = decoded(header.substring(SCHEME.length()).strip());
    int colon = text.indexOf(':');
    return colon < 0
        ? new BasicCredentials(text, "")
        : new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "BasicCredentials[" + name + "]";
  }
}
