package org.laassoa.server.console.build;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The marks along a line of time: few, at times that people count in. */
final class TimeMarks {

  private static final int MOST = 5;

  private static final long[] STEPS = {
    10, 20, 50, 100, 200, 500,
    1_000, 2_000, 5_000, 10_000, 15_000, 30_000,
    60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
    3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000
  };

  private TimeMarks() {}

  /** The marks from zero up to that time. */
  static List<Duration> within(Duration whole) {
    long millis = whole.toMillis();
    long step =
        LongStream.of(STEPS)
            .filter(one -> millis / one <= MOST)
            .findFirst()
            .orElse(millis / MOST + 1);
    return LongStream.rangeClosed(0, millis / step)
        .mapToObj(index -> Duration.ofMillis(index * step))
        .toList();
  }

  /** A time in words that need no translation, as the pages' {@code <time-span>} says it. */
  static String label(Duration time) {
    long millis = time.toMillis();
    if (millis == 0) {
      return "0";
    }
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return millis % 1_000 == 0
          ? millis / 1_000 + " s"
          : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return time.toHours() == 0
        ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart());
  }
}
