package org.laassoa.builder.build;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

/**
 * Which steps a build has been through, which one it is in, and what they have found out. Each
 * change is noted at once, for a later process of the agent. Safe for many threads.
 */
public final class Progress {

  private static final String RUNNING = "running";

  private final Clock clock;
  private final Consumer<Checkpoint> notes;
  private final boolean resumed;
  private final List<StepReport> ended = new ArrayList<>();
  private final List<ImageReport> images;
  private Checkpoint.@Nullable Begun begun;
  private @Nullable StepReport running;
  private @Nullable StepName latest;
  private @Nullable ScriptMark script;
  private @Nullable String commit;
  private @Nullable StopReason stopped;
  private @Nullable Outcome outcome;

  /**
   * The progress of an attempt.
   *
   * @param known what a former process noted of it; {@link Checkpoint#NOTHING} for a new one
   * @param notes told of each change; what it throws fails the build
   */
  public Progress(Clock clock, Checkpoint known, Consumer<Checkpoint> notes) {
    this.clock = clock;
    this.notes = notes;
    resumed = known.begun() != null;
    begun = known.begun();
    script = known.script();
    commit = known.commit();
    images = new ArrayList<>(known.images());
    stopped = known.stopped();
    outcome = known.outcome();
    for (StepReport step : known.steps()) {
      latest = StepName.ofWireName(step.name()).orElse(latest);
      if (step.state().equals(RUNNING)) {
        running = step;
      } else {
        ended.add(step);
      }
    }
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

  /** Whether a former process of the agent began the attempt. */
  boolean resumed() {
    return resumed;
  }

  /** How many steps have ended. */
  synchronized int stepsEnded() {
    return ended.size();
  }

  /** The running step's script, once it is about to be started. */
  synchronized Optional<ScriptMark> script() {
    return Optional.ofNullable(script);
  }

  /** The commit that is checked out, or null when there is none or not yet. */
  synchronized @Nullable String commit() {
    return commit;
  }

  synchronized List<ImageReport> images() {
    return List.copyOf(images);
  }

  /** Who stopped the attempt while a former process ran it. */
  synchronized Optional<StopReason> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** How the attempt ended while a former process ran it. */
  synchronized Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** How long the attempt works already; from now on, when it begins only now. */
  synchronized Duration elapsed() {
    Duration elapsed =
        begun == null ? Duration.ZERO : Duration.between(begun.at(), clock.instant());
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  /** The attempt has its workspace to itself. */
  synchronized void begin(Workspace workspace) {
    begun = new Checkpoint.Begun(workspace.directory().toString(), clock.instant());
    note();
  }

  /** A step begins, with the log's length at that moment. */
  synchronized void begin(StepName step, long logPosition) {
    latest = step;
    running = new StepReport(step.wireName(), RUNNING, clock.instant(), null, logPosition, null);
    note();
  }

  /** The running step is about to start its script. */
  synchronized void starting(ScriptMark mark) {
    script = mark;
    note();
  }

  /** The running step's script has ended. */
  synchronized void exited(ExitStatus status) {
    if (script != null) {
      script = script.ended(status);
      note();
    }
  }

  /** What the running step's script printed: narrower than what the agent said around it. */
  synchronized void scriptOutput(long from, long to) {
    if (running != null && script != null) {
      running =
          new StepReport(running.name(), running.state(), running.startedAt(), null, from, to);
      script = script.printed(to);
      note();
    }
  }

  /** The source is at that commit. */
  synchronized void checkedOut(String commitId) {
    commit = commitId;
    note();
  }

  /** An image was made or has got its digest: what was known of that name before is replaced. */
  synchronized void made(ImageReport image) {
    images.removeIf(known -> known.name().equals(image.name()));
    images.add(image);
    note();
  }

  /** Somebody stops the running step: what ends from now on does not end by itself. */
  synchronized void stopping(StopReason reason) {
    stopped = reason;
    note();
  }

  /** The attempt has ended; what is left is to say so. */
  synchronized void concluded(Outcome end) {
    outcome = end;
    note();
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
    long to = running.logTo() == null ? logPosition : running.logTo();
    ended.add(
        new StepReport(
            running.name(), state, running.startedAt(), clock.instant(), running.logFrom(), to));
    running = null;
    script = null;
    note();
  }

  private void note() {
    notes.accept(new Checkpoint(begun, reports(), script, commit, images(), stopped, outcome));
  }
}
