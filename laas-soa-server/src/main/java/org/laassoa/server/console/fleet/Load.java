package org.laassoa.server.console.fleet;

/**
 * How busy an agent is.
 *
 * @param holding how many actions it has
 * @param capacity how many it takes at the same time
 */
public record Load(int holding, int capacity) {
  private static final int ALL = 100;

  /** How much of the bar is filled, 0 to 100. */
  public int percent() {
    return capacity <= 0 ? 0 : Math.clamp(Math.round(100f * holding / capacity), 0, ALL);
  }
}
