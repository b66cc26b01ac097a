package org.laassoa.endtoend.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a load has measured.
 *
 * @param nanos how long the answers took, in nanoseconds
 * @param took how long the load lasted
 * @param cpu processor time that making the load took
 */
public record Measured(Histogram nanos, Duration took, Duration cpu) {

  /** How many answers came. */
  public long answers() {
    return nanos.getTotalCount();
  }

  /** Answers a second. */
  public double perSecond() {
    return answers() * 1e9 / took.toNanos();
  }

  /**
   * The time within which that part of the answers came.
   *
   * @param percent 0 to 100
   * @return milliseconds
   */
  public double milliseconds(double percent) {
    return nanos.getValueAtPercentile(percent) / 1e6;
  }

  /** Processor time of this side for one answer, in microseconds. */
  public double cpuMicrosPerAnswer() {
    return cpu.toNanos() / 1e3 / Math.max(1, answers());
  }
}
