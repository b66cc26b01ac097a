package org.laassoa.server.configuration.gitserver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the repositories of one server are.
 *
 * @param address scheme, host and perhaps a path
 * @param port a port that stands in the place of the address's own, or null
 */
record RepositoryAddress(String address, @Nullable Integer port) {

  /**
   * The whole address of a repository; one that is whole already is given back. What an address may
   * not hold is percent-encoded, as UTF-8 (RFC 3986, section 2.5).
   */
  String of(String repository) {
    String whole = isWhole(repository) ? repository : root() + encoded(repository);
    return URI.create(whole).toASCIIString();
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, "/" + path, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a checked path makes an address", e);
    }
  }

  /** Whether a whole address is below the server's. */
  boolean covers(String url) {
    return isWhole(url) && normal(url).startsWith(normal(root()));
  }

  /** The path below the server's, without {@code .git}; nothing for one that is elsewhere. */
  Optional<String> pathOf(String repository) {
    if (isWhole(repository) && !covers(repository)) {
      return Optional.empty();
    }
    String path =
        isWhole(repository)
            ? URI.create(repository).getPath().substring(URI.create(root()).getPath().length())
            : repository;
    return Optional.of(path.replaceAll("/$", "").replaceAll("\\.git$", ""));
  }

  /** Whether a repository is given by its whole address, not by a path on a server. */
  static boolean isWhole(String repository) {
    return repository.contains("://");
  }

  /** Scheme, host, port and path, with a slash at its end. */
  String root() {
    URI server = URI.create(address);
    int number = port == null ? server.getPort() : port;
    String path = server.getRawPath().replaceAll("/$", "");
    return server.getScheme()
        + "://"
        + server.getHost()
        + (number < 0 ? "" : ":" + number)
        + path
        + "/";
  }

  /** Scheme and host in lower case, the port always there. */
  private static String normal(String url) {
    URI uri = URI.create(URI.create(url).toASCIIString());
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int number = uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort();
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + ":"
        + number
        + uri.getRawPath();
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "git" -> 9418;
      default -> 443;
    };
  }
}
