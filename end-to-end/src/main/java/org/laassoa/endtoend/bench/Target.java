package org.laassoa.endtoend.bench;

import java.util.Locale;

/**
 * What a figure must reach.
 *
 * @param measure what of it
 * @param most whether the limit is the most allowed, or the least
 * @param limit in the figure's unit
 */
record Target(Measure measure, boolean most, double limit) {

  static Target atMost(Measure measure, double limit) {
    return new Target(measure, true, limit);
  }

  static Target atLeast(Measure measure, double limit) {
    return new Target(measure, false, limit);
  }

  /** Whether the figure reaches it. */
  boolean met(Figure figure) {
    Double measured = measure.of(figure);
    if (measured == null) {
      throw new IllegalArgumentException(figure.name() + " has no " + measure);
    }
    return most ? measured <= limit : measured >= limit;
  }

  /** Such as {@code p99 <= 20}. */
  @Override
  public String toString() {
    String number =
        limit == Math.rint(limit)
            ? String.format(Locale.ROOT, "%.0f", limit)
            : Double.toString(limit);
    return measure + (most ? " <= " : " >= ") + number;
  }
}
