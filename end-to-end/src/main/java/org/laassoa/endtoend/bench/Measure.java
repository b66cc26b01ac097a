package org.laassoa.endtoend.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a figure a target is about. */
enum Measure {
  VALUE,
  P50,
  P99,
  MEAN,
  MAX,
  RATIO;

  /** That of this figure, or null when the figure has none. */
  @Nullable Double of(Figure figure) {
    Spread spread = figure.spread();
    return switch (this) {
      case VALUE -> figure.value();
      case RATIO -> figure.ratio();
      case P50 -> spread == null ? null : spread.p50();
      case P99 -> spread == null ? null : spread.p99();
      case MEAN -> spread == null ? null : spread.mean();
      case MAX -> spread == null ? null : spread.max();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
