package org.laassoa.builder.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.StopReason;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.log.LogShipper;
import org.laassoa.builder.log.Spool;
import org.laassoa.builder.server.BackOff;
import org.laassoa.builder.server.Completed;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.server.ServerFailure;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;
import org.laassoa.builder.server.ServerFailure.TokenRefused;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.Holding;
import org.laassoa.wire.StepReport;

/**
 * An attempt that has ended, whose result the server does not have yet. It is told for as long as
 * it takes; until then its files stay, so that a later process can go on.
 */
final class UnreportedResult implements HeldAction {

  private static final Logger LOG = Logger.getLogger(UnreportedResult.class);

  /** How long a server that is away is waited for when the agent ends. */
  private static final Duration LAST_TRY = Duration.ofSeconds(3);

  private final ServerConnection server;
  private final AttemptFiles files;
  private final CompleteRequest report;
  private final @Nullable Spool spool;
  private final Future<?> shipping;
  private final StopSignal stop;

  /**
   * A result to report.
   *
   * @param spool its log, or null when there is none
   * @param shipping the live shipper, which brings most of the log over
   * @param stop ends the report from outside
   */
  UnreportedResult(
      ServerConnection server,
      AttemptFiles files,
      CompleteRequest report,
      @Nullable Spool spool,
      Future<?> shipping,
      StopSignal stop) {
    this.server = server;
    this.files = files;
    this.report = report;
    this.spool = spool;
    this.shipping = shipping;
    this.stop = stop;
  }

  @Override
  public void run() {
    try (var guard = stop.guard()) {
      awaitShipping();
      complete();
      files.delete();
    } catch (InterruptedException e) {
      shipping.cancel(true);
      if (stop.reason().orElse(StopReason.SHUT_DOWN) == StopReason.ABANDONED) {
        files.deleteQuietly();
      }
    } catch (TokenRefused e) {
      LOG.warnf("The result of %s is kept in %s", report.actionId(), files.directory());
    } catch (ServerFailure e) {
      LOG.errorf("The server refuses the result of %s: %s", report.actionId(), e.getMessage());
      files.deleteQuietly();
    } catch (IOException e) {
      LOG.warnf(e, "The files of %s stay", report.actionId());
    }
  }

  /** Whatever it ended with, the server says what is missing. */
  private void awaitShipping() throws InterruptedException {
    try {
      shipping.get();
    } catch (ExecutionException | CancellationException e) {
      LOG.debugf(e, "The log of %s was not shipped live to its end", report.actionId());
    }
  }

  private void complete() throws ServerFailure, InterruptedException {
    BackOff backOff = new BackOff();
    while (true) {
      try {
        switch (server.complete(report)) {
          case Completed.Recorded() -> {
            LOG.infof("Build %s: %s", report.actionId(), report.outcome().describe());
            return;
          }
          case Completed.Superseded() -> {
            LOG.infof("Attempt %d of %s is not ours", report.attempt(), report.actionId());
            return;
          }
          case Completed.LogIncomplete(long wanted) -> {
            if (!sendLog(wanted)) {
              return;
            }
            if (spool == null || wanted >= spool.length()) {
              Thread.sleep(backOff.next());
            }
          }
        }
      } catch (ServerUnreachable away) {
        Thread.sleep(backOff.next());
      }
    }
  }

  private boolean sendLog(long from) throws ServerFailure, InterruptedException {
    return spool == null
        || new LogShipper(server, report.actionId(), report.attempt(), spool).ship(from);
  }

  /** With the last step: until the result is told, what may repeat is decided by it. */
  @Override
  public Holding holding() {
    List<StepReport> steps = report.steps();
    String step = steps == null || steps.isEmpty() ? null : steps.getLast().name();
    return new Holding(report.actionId(), report.attempt(), step);
  }

  /** Too late: it has ended, and the server will hear how. */
  @Override
  public void cancel() {}

  @Override
  public void abandon() {
    stop.stop(StopReason.ABANDONED);
  }

  /** The lease says the rest, or a later process. */
  @Override
  public void handBack() {
    Thread.ofVirtual()
        .name("last-try-" + report.actionId())
        .start(
            () -> {
              try {
                Thread.sleep(LAST_TRY);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              shutDown();
            });
  }

  @Override
  public void shutDown() {
    stop.stop(StopReason.SHUT_DOWN);
  }
}
