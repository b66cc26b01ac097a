package org.laassoa.server.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a browser prefers: kept in its cookies, so that a page is right from its first byte. */
final class Preferences {

  static final String LANGUAGE = "laas_language";
  static final String THEME = "laas_theme";

  private Preferences() {}

  /** As chosen, else what the browser asks for, else English. */
  static Language language(HttpServerRequest request) {
    return language(cookie(request, LANGUAGE))
        .or(() -> accepted(request.getHeader("Accept-Language")))
        .orElse(Language.EN);
  }

  /** As chosen, else as the system. */
  static Theme theme(HttpServerRequest request) {
    return theme(cookie(request, THEME)).orElse(Theme.SYSTEM);
  }

  static Optional<Language> language(String code) {
    return byCode(Language.values(), Language::code, code);
  }

  static Optional<Theme> theme(String code) {
    return byCode(Theme.values(), Theme::code, code);
  }

  private static Optional<Language> accepted(String header) {
    try {
      return Locale.LanguageRange.parse(Objects.requireNonNullElse(header, "")).stream()
          .map(range -> range.getRange().split("-", 2)[0])
          .flatMap(code -> language(code).stream())
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> byCode(T[] all, Function<T, String> codeOf, String code) {
    return Arrays.stream(all).filter(one -> codeOf.apply(one).equals(code)).findFirst();
  }

  private static String cookie(HttpServerRequest request, String name) {
    return Stream.ofNullable(request.getCookie(name)).map(Cookie::getValue).findFirst().orElse("");
  }

  /** The header that keeps a choice for a year. */
  static String set(String name, String code) {
    return String.join(
        "; ", List.of(name + "=" + code, "Path=/", "SameSite=Lax", "Max-Age=31536000"));
  }
}
