package org.laassoa.server.console.build;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The phases of an attempt below each other, each drawn where and as long as it was. Times are
 * places along a line whose zero is the hand-out.
 *
 * @param zero when it was handed out, or the wait's end so far
 * @param bars from the first to the last
 * @param ticks the marks along the line
 */
public record Waterfall(Instant zero, List<Bar> bars, List<Tick> ticks) {

  /** Too short ones could not be seen. */
  private static final double THINNEST = 0.6;

  private static final double WHOLE = 100;

  /** What waiting may have of the line when it took longer than all else. */
  private static final double LONGEST_WAIT = 20;

  /**
   * One phase.
   *
   * @param phase what, and from when to when
   * @param x where it is drawn, in percent of the width
   * @param width how wide, in percent
   * @param gap where a gap says that it is drawn shorter than it was, in percent, or null
   */
  public record Bar(Phase phase, String x, String width, @Nullable String gap) {}

  /**
   * A mark.
   *
   * @param x where, in percent of the width
   * @param label the time since the hand-out
   */
  public record Tick(String x, String label) {}

  /**
   * Draws the phases.
   *
   * @param phases those of one attempt, the wait first if it is among them
   * @param now where those end that have not ended
   */
  static Waterfall of(List<Phase> phases, Instant now) {
    if (phases.isEmpty()) {
      return new Waterfall(now, List.of(), List.of());
    }
    Line line = Line.of(phases, now);
    return new Waterfall(
        line.zero,
        phases.stream().map(line::bar).toList(),
        line.work.isZero()
            ? List.of()
            : TimeMarks.within(line.work).stream()
                .map(at -> new Tick(percent(line.at(at)), TimeMarks.label(at)))
                .toList());
  }

  /**
   * The line that all of it is drawn along.
   *
   * @param zero when it was handed out, or the wait's end so far
   * @param work how long the attempt took, or takes so far
   * @param waitWidth what the wait has of the line, in percent
   * @param broken whether that is less than its share
   */
  private record Line(Instant zero, Duration work, double waitWidth, boolean broken, Instant now) {

    static Line of(List<Phase> phases, Instant now) {
      Phase first = phases.getFirst();
      boolean waited = first.name().equals(Phase.QUEUE);
      Instant zero = waited ? first.end(now) : first.from();
      Instant end = phases.stream().map(phase -> phase.end(now)).max(Instant::compareTo).get();
      Duration work = Duration.between(zero, end);
      Duration waiting = waited ? Duration.between(first.from(), zero) : Duration.ZERO;
      double share = share(waiting, work);
      boolean broken = share > WHOLE / 2 && !work.isZero();
      return new Line(zero, work, broken ? LONGEST_WAIT : share, broken, now);
    }

    private static double share(Duration waiting, Duration work) {
      double whole = waiting.toNanos() + (double) work.toNanos();
      return whole == 0 ? 0 : WHOLE * waiting.toNanos() / whole;
    }

    /** Where a time after the hand-out is, in percent. */
    double at(Duration sinceZero) {
      return work.isZero()
          ? waitWidth
          : waitWidth + (WHOLE - waitWidth) * sinceZero.toNanos() / work.toNanos();
    }

    Bar bar(Phase phase) {
      if (phase.name().equals(Phase.QUEUE)) {
        String gap = broken ? percent(waitWidth / 2) : null;
        return new Bar(phase, percent(0), percent(Math.max(waitWidth, THINNEST)), gap);
      }
      double from = at(Duration.between(zero, phase.from()));
      double to = at(Duration.between(zero, phase.end(now)));
      double width = Math.max(to - from, THINNEST);
      return new Bar(phase, percent(Math.min(from, WHOLE - width)), percent(width), null);
    }
  }

  private static String percent(double number) {
    return String.format(Locale.ROOT, "%.2f%%", number);
  }
}
