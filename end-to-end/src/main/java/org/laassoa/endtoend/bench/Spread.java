package org.laassoa.endtoend.bench;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How several measurements of one thing lie, in milliseconds.
 *
 * @param count how many there are
 * @param min the shortest
 * @param p50 the middle one
 * @param p99 99 of 100 are not longer
 * @param max the longest
 * @param mean their sum by their count
 */
record Spread(long count, double min, double p50, double p99, double max, double mean) {

  /** Of these times in milliseconds, at least one. */
  static Spread of(List<Double> milliseconds) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(
        sorted.size(),
        Figure.round(sorted.getFirst()),
        Figure.round(median),
        Figure.round(sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1)),
        Figure.round(sorted.getLast()),
        Figure.round(sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
  }

  /** Of a histogram of nanoseconds. */
  static Spread of(Histogram nanos) {
    return new Spread(
        nanos.getTotalCount(),
        Figure.round(nanos.getMinValue() / 1e6),
        Figure.round(nanos.getValueAtPercentile(50) / 1e6),
        Figure.round(nanos.getValueAtPercentile(99) / 1e6),
        Figure.round(nanos.getMaxValue() / 1e6),
        Figure.round(nanos.getMean() / 1e6));
  }
}
