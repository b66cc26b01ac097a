package org.laassoa.server.console.live;

import java.util.ArrayList;
import java.util.List;

/**
 * What one page is hinted at, tick by tick. Builds and what people configure as they change, at
 * most every second tick: what runs prints all the time, and a page that is drawn anew once a
 * second is live. Without a change still now and then, since what another server says may be lost,
 * and not all that a page shows is told. Agents change by time, so they are looked at at a steady
 * pace.
 */
final class Hints {

  private static final int AGENTS = 4;

  private final Pace builds;
  private final Pace configuration;
  private long tick;

  /**
   * Begins.
   *
   * @param builds the number of changes of builds that the page knows of
   * @param people the number of changes by people that the page knows of
   */
  Hints(long builds, long people) {
    this.builds = new Pace(builds);
    this.configuration = new Pace(people);
  }

  /** The hints of the next tick. */
  List<String> at(long builds, long people) {
    tick++;
    List<String> hints = new ArrayList<>();
    if (this.builds.tells(builds, tick)) {
      hints.add("builds");
    }
    if (tick % AGENTS == 0) {
      hints.add("agents");
    }
    if (configuration.tells(people, tick)) {
      hints.add("configuration");
    }
    return hints;
  }
}
