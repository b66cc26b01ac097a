package org.laassoa.server.configuration.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.language.Message;

/** Addresses of git servers and repositories. */
public final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https", "git");
  private static final int MAX_LENGTH = 500;

  private WebAddress() {}

  /**
   * What is wrong with an address, in words that never repeat it, since it may hold a password.
   * Wanted is http, https or git, a host and perhaps a path.
   */
  public static Optional<Message> complaint(String address) {
    if (!Text.Rule.isOneLine(address, MAX_LENGTH)) {
      return Optional.of(Message.of("must be one line of at most %d characters", MAX_LENGTH));
    }
    try {
      return complaint(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.of(Message.of("is not an address such as https://git.example.com"));
    }
  }

  /** Whether a valid address names a port. */
  public static boolean hasPort(String address) {
    return complaint(address).isEmpty() && URI.create(address).getPort() >= 0;
  }

  private static Optional<Message> complaint(URI address) {
    String scheme = address.getScheme();
    if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
      return Optional.of(Message.of("must begin with http://, https:// or git://"));
    }
    String authority = address.getRawAuthority();
    if (authority != null && authority.indexOf('@') >= 0) {
      return Optional.of(
          Message.of("must hold no login: username and password have fields of their own"));
    }
    if (address.getHost() == null) {
      return Optional.of(Message.of("has no valid host"));
    }
    if (address.getRawQuery() != null || address.getRawFragment() != null) {
      return Optional.of(Message.of("must have neither '?' nor '#'"));
    }
    String path = address.getPath().replaceAll("^/|/$", "");
    return path.isEmpty() || RelativePath.isSafe(path, MAX_LENGTH)
        ? Optional.empty()
        : Optional.of(Message.of("has a path with empty segments, '.' or '..'"));
  }
}
