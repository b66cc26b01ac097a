package org.laassoa.server.console.live;

/** How often a page is hinted at what has changes that are counted. */
final class Pace {

  private static final int AT_MOST = 2;
  private static final int AT_LEAST = 10;

  private long told;
  private long toldAt;

  /**
   * Begins.
   *
   * @param changes the number of changes that the page knows of
   */
  Pace(long changes) {
    this.told = changes;
  }

  /** Whether to tell now. */
  boolean tells(long changes, long tick) {
    long since = tick - toldAt;
    if ((changes == told || since < AT_MOST) && since < AT_LEAST) {
      return false;
    }
    told = changes;
    toldAt = tick;
    return true;
  }
}
