package org.laassoa.server.build;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the queue went over the last day.
 *
 * @param depths how many builds waited, of each ten minutes the most
 * @param waits how long builds waited that were taken, by half hours; those without are missing
 */
public record QueueDay(List<Depth> depths, List<Wait> waits) {

  static final Duration DEPTH_SLOT = Duration.ofMinutes(10);
  static final Duration WAIT_SLOT = Duration.ofMinutes(30);
  static final Duration DAY = Duration.ofHours(24);

  /**
   * Ten minutes.
   *
   * @param at their beginning
   * @param builds the most that waited at once
   */
  public record Depth(Instant at, long builds) {}

  /**
   * Half an hour.
   *
   * @param at its beginning
   * @param median of the seconds that builds waited
   * @param high the 95th percentile of them
   * @param builds how many builds were taken
   */
  public record Wait(Instant at, double median, double high, long builds) {}

  /**
   * What changed within ten minutes.
   *
   * @param at their beginning
   * @param most the most that waited at once after a change
   * @param last how many waited after the last change
   */
  record Changes(Instant at, long most, long last) {}

  /** The beginning of the first slot of the day that ends now. */
  static Instant start(Instant now) {
    return slot(now.minus(DAY));
  }

  private static Instant slot(Instant time) {
    long seconds = DEPTH_SLOT.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  /**
   * The depth at all times: what waited goes on waiting where nothing changes.
   *
   * @param changes in the order of time; those before the day may be there too
   */
  static List<Depth> depths(List<Changes> changes, Instant now) {
    Instant start = start(now);
    long waiting = 0;
    Map<Instant, Changes> bySlot = new HashMap<>();
    for (Changes change : changes) {
      if (change.at().isBefore(start)) {
        waiting = change.last();
      }
      bySlot.put(change.at(), change);
    }
    List<Depth> depths = new ArrayList<>();
    for (Instant at = start; !at.isAfter(now); at = at.plus(DEPTH_SLOT)) {
      Changes change = bySlot.get(at);
      depths.add(new Depth(at, change == null ? waiting : Math.max(waiting, change.most())));
      waiting = change == null ? waiting : change.last();
    }
    return depths;
  }
}
