package org.laassoa.server.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An origin, RFC 6454.
 *
 * @param scheme http or https
 * @param host in small letters
 * @param port the port, the scheme's own where the address names none
 */
record WebOrigin(String scheme, String host, int port) {

  /** The origin of an address such as {@code https://build.example.com/api}, if it has one. */
  static Optional<WebOrigin> of(String address) {
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        return Optional.empty();
      }
      int own = scheme.equals("https") ? 443 : 80;
      return Optional.of(
          new WebOrigin(
              scheme,
              uri.getHost().toLowerCase(Locale.ROOT),
              uri.getPort() < 0 ? own : uri.getPort()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
