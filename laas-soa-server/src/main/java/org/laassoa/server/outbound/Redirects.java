package org.laassoa.server.outbound;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.language.Message;

/**
 * Which redirects are followed: those within the same origin that repeat the request as it was. Any
 * other would carry a credential elsewhere, or reach what was never configured.
 */
final class Redirects {
  private static final Set<Integer> OF_READING = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> OF_WRITING = Set.of(307, 308);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private Redirects() {}

  /**
   * The request that an answer sends the caller on to, or nothing where it is the answer.
   *
   * @throws OutboundRefusedException if it leads to another origin
   */
  static Optional<OutboundRequest> next(OutboundRequest request, OutboundAnswer answer) {
    Set<Integer> followed = READING.contains(request.method()) ? OF_READING : OF_WRITING;
    Optional<String> location = answer.header("location");
    if (!OF_READING.contains(answer.status()) || location.isEmpty()) {
      return Optional.empty();
    }
    URI target = target(request.address(), location.get());
    if (!sameOrigin(request.address(), target)) {
      throw new OutboundRefusedException(
          Message.of(
              "%s answers with a redirect to another address, which is not followed: write that address",
              request.address().getHost()));
    }
    return followed.contains(answer.status()) ? Optional.of(request.at(target)) : Optional.empty();
  }

  private static URI target(URI from, String location) {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new OutboundFailedException(
          Message.of("%s answers with a redirect to nowhere", from.getHost()));
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && Port.of(one) == Port.of(other)
        && other.getRawUserInfo() == null;
  }
}
