package org.laassoa.server.browser;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;

/** Where the page is from whose script made a browser send a request. */
@ApplicationScoped
public class Origins {

  private final Optional<WebOrigin> publicOrigin;
  private final Set<WebOrigin> allowed;

  Origins(LaasConfig config) {
    this.publicOrigin = config.publicUrl().flatMap(WebOrigin::of);
    this.allowed =
        config.cors().origins().orElse(List.of()).stream()
            .map(origin -> WebOrigin.of(origin).orElseThrow(() -> noOrigin(origin)))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static IllegalArgumentException noOrigin(String text) {
    return new IllegalArgumentException(
        "LAAS_CORS_ORIGINS: %s is not an origin such as https://dashboard.example.com"
            .formatted(text));
  }

  /**
   * Whether the browser says that the request is from a page of this server. One that says nothing
   * is none, or very old.
   */
  public boolean isOwnPage(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = request.getHeader("Origin");
    return origin != null && isOwn(origin, request);
  }

  /**
   * Whether the browser says that the request is from a page elsewhere, of an origin that was not
   * allowed.
   */
  boolean isForeignPage(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (isAllowed(origin)) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("cross-site") || site.equals("same-site");
    }
    return origin != null && !isOwn(origin, request);
  }

  /** Whether any origin is allowed. */
  boolean anyAllowed() {
    return !allowed.isEmpty();
  }

  /** Whether scripts of pages of that origin may use the API. */
  boolean isAllowed(@Nullable String origin) {
    return origin != null
        && !allowed.isEmpty()
        && WebOrigin.of(origin).filter(allowed::contains).isPresent();
  }

  private boolean isOwn(String origin, HttpServerRequest request) {
    Optional<WebOrigin> from = WebOrigin.of(origin);
    return from.isPresent()
        && (from.equals(publicOrigin)
            || from.equals(WebOrigin.of(request.scheme() + "://" + request.authority())));
  }
}
