package org.laassoa.builder.agent;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.BuildEnd;
import org.laassoa.builder.build.Progress;
import org.laassoa.builder.build.StopReason;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.build.UnexpectedError;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.builder.log.LogShipper;
import org.laassoa.builder.log.Spool;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.Holding;
import org.laassoa.wire.StepName;

/** An action that runs, its log shipped live; when it has ended, its result is reported. */
final class RunningAction implements HeldAction {

  private static final Logger LOG = Logger.getLogger(RunningAction.class);

  /** What is given back is not waited for longer: the next attempt has a log of its own. */
  private static final Duration LAST_OF_LOG = Duration.ofSeconds(1);

  /** What an action does. */
  @FunctionalInterface
  interface Work {
    /** Does it on the calling thread, to its end. */
    BuildEnd run(BuildLog log, Progress progress, StopSignal stop);
  }

  private final Task task;
  private final Work work;
  private final ServerConnection server;
  private final AttemptFiles files;
  private final Progress progress;
  private final StopSignal working = new StopSignal();
  private final StopSignal reporting = new StopSignal();
  private volatile @Nullable UnreportedResult result;

  /**
   * An action that has not begun, or that a former process began.
   *
   * @param note what it begins with; each change is noted in its files
   */
  RunningAction(
      Task task, Work work, ServerConnection server, AttemptFiles files, AttemptNote note) {
    this.task = task;
    this.work = work;
    this.server = server;
    this.files = files;
    this.progress =
        new Progress(
            Clock.systemUTC(), note.checkpoint(), checkpoint -> files.note(note.with(checkpoint)));
  }

  @Override
  public void run() {
    try (BuildLog log = BuildLog.open(files.log(), task.secrets())) {
      if (task.logBytes() != null) {
        log.limit(task.logBytes(), () -> working.stop(StopReason.LOG_LIMIT));
      }
      Future<?> shipping = ship(log.spool());
      BuildEnd end = work.run(log, progress, working);
      log.close();
      switch (end) {
        case BuildEnd.Ended ended when ended.handedBack() -> handBack(ended, shipping);
        case BuildEnd.Ended ended ->
            report(
                ended.report(
                    task.actionId(), task.attempt(), log.spool().length(), log.spool().sha256()),
                log.spool(),
                shipping);
        case BuildEnd.LetGo(StopReason reason) -> {
          LOG.infof("Let go of %s, attempt %d: %s", task.actionId(), task.attempt(), reason);
          shipping.cancel(true);
          files.deleteQuietly();
        }
      }
    } catch (RuntimeException error) {
      // The disk is full, most likely: there is a result all the same, though without its log.
      report(withoutLog(error), null, CompletableFuture.completedFuture(null));
    }
  }

  private Future<?> ship(Spool spool) {
    FutureTask<?> shipping =
        new FutureTask<>(
            () -> {
              LogShipper shipper = new LogShipper(server, task.actionId(), task.attempt(), spool);
              if (!shipper.ship(0)) {
                abandon();
              }
              return true;
            });
    Thread.ofVirtual().name("log-" + task.actionId()).start(shipping);
    return shipping;
  }

  private void handBack(BuildEnd.Ended end, Future<?> shipping) {
    try {
      shipping.get(LAST_OF_LOG.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debugf(e, "The end of the log of %s is not shipped", task.actionId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shipping.cancel(true);
    report(
        end.reportWithoutLog(task.actionId(), task.attempt()),
        null,
        CompletableFuture.completedFuture(null));
  }

  private void report(CompleteRequest report, @Nullable Spool spool, Future<?> shipping) {
    try {
      files.result().write(report);
    } catch (IOException e) {
      LOG.warnf(e, "The result of %s would not outlive this process", task.actionId());
    }
    UnreportedResult unreported =
        new UnreportedResult(server, files, report, spool, shipping, reporting);
    result = unreported;
    if (working.reason().filter(StopReason.HANDED_BACK::equals).isPresent()) {
      unreported.handBack();
    }
    unreported.run();
  }

  private CompleteRequest withoutLog(RuntimeException error) {
    String step = progress.latest().orElse(task.firstStep()).wireName();
    return new CompleteRequest(
        task.actionId(),
        task.attempt(),
        UnexpectedError.of(error, step, task.actionId()),
        progress.reports(),
        null,
        List.of(),
        null,
        null);
  }

  @Override
  public Holding holding() {
    return new Holding(
        task.actionId(), task.attempt(), progress.latest().map(StepName::wireName).orElse(null));
  }

  @Override
  public void cancel() {
    working.stop(StopReason.CANCELLED);
  }

  @Override
  public void abandon() {
    working.stop(StopReason.ABANDONED);
    reporting.stop(StopReason.ABANDONED);
  }

  @Override
  public void handBack() {
    working.stop(StopReason.HANDED_BACK);
    UnreportedResult unreported = result;
    if (unreported != null) {
      unreported.handBack();
    }
  }

  @Override
  public void shutDown() {
    working.stop(StopReason.SHUT_DOWN);
    reporting.stop(StopReason.SHUT_DOWN);
  }
}
