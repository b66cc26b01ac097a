package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing measured, in milliseconds, beside what it is compared to.
 *
 * @param name what was measured
 * @param count how often
 * @param min the shortest
 * @param median the middle one
 * @param max the longest
 * @param comparedTo what was measured in turn with it, or null
 * @param comparedMedian the median of that
 * @param difference {@code median - comparedMedian}
 * @param ratio {@code median / comparedMedian}, to two places
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(Include.NON_NULL)
record Figure(
    String name,
    int count,
    double min,
    double median,
    double max,
    @Nullable String comparedTo,
    @Nullable Double comparedMedian,
    @Nullable Double difference,
    @Nullable Double ratio) {

  /** The figure for these times in milliseconds, at least one. */
  static Figure of(String name, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return new Figure(
        name,
        sorted.size(),
        round(sorted.getFirst()),
        round(median(sorted)),
        round(sorted.getLast()),
        null,
        null,
        null,
        null);
  }

  /** This figure beside another one. */
  Figure comparedTo(Figure other) {
    return new Figure(
        name,
        count,
        min,
        median,
        max,
        other.name,
        other.median,
        round(median - other.median),
        Math.round(100 * median / other.median) / 100.0);
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double round(double milliseconds) {
    return Math.round(milliseconds * 10) / 10.0;
  }
}
