package org.laassoa.builder.build;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

/** Which steps a build has been through and which one it is in. Safe for many threads. */
public final class Progress {

  private final Clock clock;
  private final List<StepReport> ended = new ArrayList<>();
  private @Nullable StepReport running;
  private @Nullable StepName latest;

  /** Nothing has begun. */
  public Progress(Clock clock) {
    this.clock = clock;
  }

  /**
   * The step that the build is in, or was in last. It stays after the end: until the result is
   * reported, what may repeat is decided by it.
   */
  public synchronized Optional<StepName> latest() {
    return Optional.ofNullable(latest);
  }

  /** The steps so far, in their order. */
  public synchronized List<StepReport> reports() {
    List<StepReport> all = new ArrayList<>(ended);
    if (running != null) {
      all.add(running);
    }
    return List.copyOf(all);
  }

  /** A step begins, with the log's length at that moment. */
  synchronized void begin(StepName step, long logPosition) {
    latest = step;
    running = new StepReport(step.wireName(), "running", clock.instant(), null, logPosition, null);
  }

  /** What the running step's script printed: narrower than what the agent said around it. */
  synchronized void scriptOutput(long from, long to) {
    if (running != null) {
      running =
          new StepReport(running.name(), running.state(), running.startedAt(), null, from, to);
    }
  }

  /**
   * The running step ends; nothing happens when none runs.
   *
   * @param state {@code succeeded}, {@code failed} or {@code cancelled}
   * @param logPosition the log's length now
   */
  synchronized void end(String state, long logPosition) {
    if (running == null) {
      return;
    }
    Instant now = clock.instant();
    long to = running.logTo() == null ? logPosition : running.logTo();
    ended.add(
        new StepReport(running.name(), state, running.startedAt(), now, running.logFrom(), to));
    running = null;
  }
}
