package org.laassoa.server.githost;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.laassoa.server.githost.GitHostException.Kind;
import org.laassoa.server.language.Message;
import org.laassoa.server.outbound.OutboundAnswer;

/** What the statuses of hosts mean, in words. The host's own text is not repeated. */
final class HostRefusals {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private HostRefusals() {}

  static GitHostException of(OutboundAnswer answer, String host) {
    int status = answer.status();
    Optional<Duration> limited = rateLimit(answer);
    if (limited.isPresent()) {
      return failure(
          Kind.UNAVAILABLE,
          Message.of(
              "%s answers no more calls for %d s (rate limit)", host, limited.get().toSeconds()),
          status,
          limited);
    }
    return switch (status) {
      case 401 -> failure(Kind.NOT_ALLOWED, Message.of("%s refuses the token", host), status);
      case 403 ->
          failure(
              Kind.NOT_ALLOWED, Message.of("%s says that the token may not do this", host), status);
      case 404 ->
          failure(
              Kind.NOT_FOUND,
              Message.of("%s has no such thing, or the token may not see it", host),
              status);
      default ->
          status >= 500
              ? failure(
                  Kind.UNAVAILABLE,
                  Message.of("%s has a fault of its own, HTTP %d", host, status),
                  status)
              : failure(
                  Kind.REFUSED,
                  Message.of("%s refuses the request, HTTP %d", host, status),
                  status);
    };
  }

  /** GitHub also answers 403 when the limit is reached, with none of its calls remaining. */
  private static Optional<Duration> rateLimit(OutboundAnswer answer) {
    boolean reached =
        answer.status() == 429
            || (answer.status() == 403
                && (answer.header("retry-after").isPresent()
                    || answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent()));
    return reached ? Optional.of(patience(answer)) : Optional.empty();
  }

  private static Duration patience(OutboundAnswer answer) {
    Optional<Long> seconds =
        answer
            .header("retry-after")
            .flatMap(HostRefusals::number)
            .or(
                () ->
                    answer
                        .header("x-ratelimit-reset")
                        .or(() -> answer.header("ratelimit-reset"))
                        .flatMap(HostRefusals::number)
                        .map(at -> at - Instant.now().getEpochSecond()));
    return Duration.ofSeconds(Math.clamp(seconds.orElse(60L), 1, LONGEST_WAIT.toSeconds()));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static GitHostException failure(Kind kind, Message reason, int status) {
    return failure(kind, reason, status, Optional.empty());
  }

  private static GitHostException failure(
      Kind kind, Message reason, int status, Optional<Duration> patience) {
    return new GitHostException(kind, reason, status, patience.orElse(null));
  }
}
