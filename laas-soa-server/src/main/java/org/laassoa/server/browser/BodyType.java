package org.laassoa.server.browser;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The media types of bodies that the API takes. A form or script elsewhere can have a browser send
 * others (and none) without asking first: those are refused.
 */
final class BodyType {

  private static final Set<String> TAKEN =
      Set.of(
          "application/json",
          "application/yaml",
          "application/x-yaml",
          "text/yaml",
          "application/octet-stream");

  private BodyType() {}

  /** Whether a body with that {@code Content-Type} is taken. */
  static boolean isTaken(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    return TAKEN.contains(type) || (type.startsWith("application/") && type.endsWith("+json"));
  }
}
