package org.laassoa.builder.doctor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether this machine's clock goes as the server's does. */
public final class ClockCheck implements Check {

  private static final Duration NOTICED = Duration.ofSeconds(5);
  private static final Duration HARMFUL = Duration.ofSeconds(60);

  private static final String ADVICE = "let this machine's clock follow a time server";

  private final URI server;

  /** A comparison with that server. */
  public ClockCheck(URI server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public List<Finding> findings() {
    try {
      ServerAnswer answer = ServerAnswer.of(server, null);
      return answer.date() == 0
          ? List.of(Finding.warn("the server does not say its time", "compare the clocks by hand"))
          : List.of(judge(off(answer)));
    } catch (IOException e) {
      return List.of(Finding.warn("not compared: the server does not answer", "see above"));
    }
  }

  /** How far it is off at least: the answer was made at some time while we waited. */
  private static Duration off(ServerAnswer answer) {
    Instant server = Instant.ofEpochMilli(answer.date());
    // The header has whole seconds, cut off.
    Instant latest = server.plusSeconds(1);
    if (latest.isBefore(answer.asked())) {
      return Duration.between(latest, answer.asked());
    }
    return server.isAfter(answer.answered())
        ? Duration.between(server, answer.answered())
        : Duration.ZERO;
  }

  /**
   * What that difference means.
   *
   * @param ahead how far this machine is ahead of the server; negative when it is behind
   */
  static Finding judge(Duration ahead) {
    Duration off = ahead.abs();
    String words =
        "it is "
            + off.toSeconds()
            + " s "
            + (ahead.isNegative() ? "behind" : "ahead of")
            + " the server's";
    if (off.compareTo(HARMFUL) >= 0) {
      return Finding.fail(words, ADVICE);
    }
    return off.compareTo(NOTICED) >= 0
        ? Finding.warn(words, ADVICE)
        : Finding.ok("it goes as the server's does");
  }
}
