package org.laassoa.server.console.live;

import java.util.ArrayList;
import java.util.List;

/**
 * What one page is hinted at, tick by tick. Builds as they change, at most every second tick: what
 * runs prints all the time, and a page that is drawn anew once a second is live. Without a change
 * still now and then, since what another server says may be lost. Agents and the configuration
 * change by time and by hand, so they are looked at at a steady pace.
 */
final class Hints {

  private static final int BUILDS_AT_MOST = 2;
  private static final int BUILDS_AT_LEAST = 10;
  private static final int AGENTS = 4;
  private static final int CONFIGURATION = 10;

  private long told;
  private long tick;
  private long toldAt;

  /**
   * Begins.
   *
   * @param changes the number of changes that the page knows of
   */
  Hints(long changes) {
    this.told = changes;
  }

  /** The hints of the next tick. */
  List<String> at(long changes) {
    tick++;
    List<String> hints = new ArrayList<>();
    long since = tick - toldAt;
    if ((changes != told && since >= BUILDS_AT_MOST) || since >= BUILDS_AT_LEAST) {
      told = changes;
      toldAt = tick;
      hints.add("builds");
    }
    if (tick % AGENTS == 0) {
      hints.add("agents");
    }
    if (tick % CONFIGURATION == 0) {
      hints.add("configuration");
    }
    return hints;
  }
}
