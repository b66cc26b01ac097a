package org.laassoa.builder.git;

import java.time.Duration;
import java.util.List;

/**
 * How long a git server is waited for.
 *
 * @param silence without a byte for so long, a connection counts as dead
 * @param pauses before each further try of a server that could not be reached, each spread a bit
 * @param longest after so long since the first failure there is no further try
 */
public record Patience(Duration silence, List<Duration> pauses, Duration longest) {

  private static final Duration MINUTE = Duration.ofSeconds(60);

  /** As long as a server or a proxy in front of it takes that is restarted. */
  public static final Patience USUAL =
      new Patience(
          MINUTE,
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8)),
          Duration.ofSeconds(30));

  /** One try. */
  public static final Patience NONE = new Patience(MINUTE, List.of(), Duration.ZERO);
}
