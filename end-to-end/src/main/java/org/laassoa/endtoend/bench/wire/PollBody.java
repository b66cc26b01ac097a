package org.laassoa.endtoend.bench.wire;

import java.util.Locale;

/** The body of a poll of an agent that holds nothing, as the real agent sends it. */
public final class PollBody {

  private PollBody() {}

  /**
   * JSON of about 130 bytes.
   *
   * @param capacity how many actions the agent takes, 1 to 1000
   * @param waitSeconds how long the server may hold the poll, 0 to 60
   * @param way how the agent learns of work
   */
  public static String of(int capacity, int waitSeconds, PickUp way) {
    return String.format(
        Locale.ROOT,
        """
        {"actions":["build","build_parent_image"],"capacity":%d,"wait":%d,"holding":[],\
        "version":"0.1.0","executor":"docker","pick_up":"%s"}""",
        capacity,
        waitSeconds,
        way.word());
  }
}
