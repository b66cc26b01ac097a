package org.laassoa.builder.agent;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.Attempt;
import org.laassoa.builder.build.BuildEnd;
import org.laassoa.builder.build.Progress;
import org.laassoa.builder.build.Secrets;
import org.laassoa.builder.build.StopReason;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.build.UnexpectedError;
import org.laassoa.builder.log.BuildLog;
import org.laassoa.builder.log.LogShipper;
import org.laassoa.builder.log.Spool;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.Holding;
import org.laassoa.wire.StepName;

/** A build that runs, its log shipped live; when it has ended, its result is reported. */
final class RunningBuild implements HeldAction {

  private static final Logger LOG = Logger.getLogger(RunningBuild.class);

  private final Function<Attempt, BuildEnd> runner;
  private final ServerConnection server;
  private final BuildData action;
  private final int attempt;
  private final AttemptFiles files;
  private final Progress progress;
  private final StopSignal building = new StopSignal();
  private final StopSignal reporting = new StopSignal();

  /**
   * A build that has not begun, or that a former process began.
   *
   * @param runner runs it to its end
   * @param note what it begins with; each change is noted in its files
   */
  RunningBuild(
      Function<Attempt, BuildEnd> runner,
      ServerConnection server,
      BuildData action,
      AttemptFiles files,
      AttemptNote note) {
    this.runner = runner;
    this.server = server;
    this.action = action;
    this.attempt = note.attempt();
    this.files = files;
    this.progress =
        new Progress(
            Clock.systemUTC(), note.checkpoint(), checkpoint -> files.note(note.with(checkpoint)));
  }

  @Override
  public void run() {
    try (BuildLog log = BuildLog.open(files.log(), Secrets.of(action))) {
      Long limit = action.limits().logBytes();
      if (limit != null) {
        log.limit(limit, () -> building.stop(StopReason.LOG_LIMIT));
      }
      Future<?> shipping = ship(log.spool());
      BuildEnd end =
          runner.apply(new Attempt(action, attempt, files.directory(), log, progress, building));
      log.close();
      switch (end) {
        case BuildEnd.Ended ended ->
            report(
                ended.report(
                    action.actionId(), attempt, log.spool().length(), log.spool().sha256()),
                log.spool(),
                shipping);
        case BuildEnd.LetGo(StopReason reason) -> {
          LOG.infof("Let go of %s, attempt %d: %s", action.actionId(), attempt, reason);
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
              LogShipper shipper = new LogShipper(server, action.actionId(), attempt, spool);
              if (!shipper.ship(0)) {
                abandon();
              }
              return true;
            });
    Thread.ofVirtual().name("log-" + action.actionId()).start(shipping);
    return shipping;
  }

  private void report(CompleteRequest report, @Nullable Spool spool, Future<?> shipping) {
    try {
      files.result().write(report);
    } catch (IOException e) {
      LOG.warnf(e, "The result of %s would not outlive this process", action.actionId());
    }
    new UnreportedResult(server, files, report, spool, shipping, reporting).run();
  }

  private CompleteRequest withoutLog(RuntimeException error) {
    String step = progress.latest().orElse(StepName.CHECKOUT).wireName();
    return new CompleteRequest(
        action.actionId(),
        attempt,
        UnexpectedError.of(error, step, action.actionId()),
        progress.reports(),
        null,
        List.of(),
        null,
        null);
  }

  @Override
  public Holding holding() {
    return new Holding(
        action.actionId(), attempt, progress.latest().map(StepName::wireName).orElse(null));
  }

  @Override
  public void cancel() {
    building.stop(StopReason.CANCELLED);
  }

  @Override
  public void abandon() {
    building.stop(StopReason.ABANDONED);
    reporting.stop(StopReason.ABANDONED);
  }

  @Override
  public void shutDown() {
    building.stop(StopReason.SHUT_DOWN);
    reporting.stop(StopReason.SHUT_DOWN);
  }
}
