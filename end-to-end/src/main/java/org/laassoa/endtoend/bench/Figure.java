package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One thing measured, beside what it is compared to and what it must reach.
 *
 * @param name what was measured
 * @param unit such as {@code ms} or {@code 1/s}
 * @param value the figure, to four digits; the median where there are several measurements
 * @param spread those measurements
 * @param under under which conditions, by name
 * @param comparedTo what was measured in the same run to compare with
 * @param comparedValue the value of that
 * @param ratio {@code value / comparedValue}
 * @param target what it must reach
 * @param met whether it does
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(Include.NON_EMPTY)
record Figure(
    String name,
    String unit,
    double value,
    @JsonUnwrapped @Nullable Spread spread,
    Map<String, Object> under,
    @Nullable String comparedTo,
    @Nullable Double comparedValue,
    @Nullable Double ratio,
    @Nullable String target,
    @Nullable Boolean met) {

  /** A figure of that unit. */
  static Figure of(String name, String unit, double value) {
    return new Figure(name, unit, round(value), null, Map.of(), null, null, null, null, null);
  }

  /** The figure for these times in milliseconds, at least one. */
  static Figure times(String name, List<Double> milliseconds) {
    return times(name, Spread.of(milliseconds));
  }

  /** The figure for these times in nanoseconds, at least one; it is in milliseconds. */
  static Figure times(String name, Histogram nanos) {
    return times(name, Spread.of(nanos));
  }

  private static Figure times(String name, Spread spread) {
    return new Figure(name, "ms", spread.p50(), spread, Map.of(), null, null, null, null, null);
  }

  /** This figure with a condition that it was taken under. */
  Figure under(String condition, Object is) {
    Map<String, Object> all = new LinkedHashMap<>(under);
    all.put(condition, is);
    return new Figure(
        name, unit, value, spread, all, comparedTo, comparedValue, ratio, target, met);
  }

  /** This figure beside another one. */
  Figure comparedTo(Figure other) {
    return new Figure(
        name,
        unit,
        value,
        spread,
        under,
        other.name,
        other.value,
        round(value / other.value),
        target,
        met);
  }

  /** This figure with what it must reach; said after what it is compared to. */
  Figure mustReach(Target... targets) {
    return new Figure(
        name,
        unit,
        value,
        spread,
        under,
        comparedTo,
        comparedValue,
        ratio,
        Stream.of(targets).map(Target::toString).collect(Collectors.joining(", ")),
        Stream.of(targets).allMatch(reached -> reached.met(this)));
  }

  /** To four significant digits: further ones are never the same twice. */
  static double round(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(4)).doubleValue()
        : value;
  }
}
