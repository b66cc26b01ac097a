package org.laassoa.builder.build;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a build when it has taken as long as it may, unless it is closed before. */
final class TimeLimit implements AutoCloseable {

  private final Future<?> alarm;

  private TimeLimit(Future<?> alarm) {
    this.alarm = alarm;
  }

  static TimeLimit start(ScheduledExecutorService timer, Duration rest, StopSignal stop) {
    return new TimeLimit(
        timer.schedule(
            () -> stop.stop(StopReason.TIME_LIMIT), rest.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }
}
