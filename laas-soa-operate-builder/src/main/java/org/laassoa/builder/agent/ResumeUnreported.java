package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.log.Spool;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.wire.CompleteRequest;

/**
 * Takes up what a former process of this agent left: results that it did not get to report are
 * reported; builds that were running are lost, and nothing of them stays. The server's lease gives
 * those to whoever asks next.
 */
final class ResumeUnreported {

  private static final Logger LOG = Logger.getLogger(ResumeUnreported.class);

  private final AgentRoot root;
  private final Executor executor;
  private final ServerConnection server;

  ResumeUnreported(AgentRoot root, Executor executor, ServerConnection server) {
    this.root = root;
    this.executor = executor;
    this.server = server;
  }

  /** Hands what can be reported to those who hold it. */
  void run(HeldActions held) {
    executor.removeLeftovers();
    for (Path directory : root.attemptDirectories()) {
      AttemptFiles files = new AttemptFiles(directory);
      result(files).ifPresentOrElse(report -> resume(held, files, report), files::deleteQuietly);
    }
    removeTagWorkspaces();
  }

  /** A build removes its own when it ends; those that are left are of builds that did not. */
  private void removeTagWorkspaces() {
    for (Path workspace : root.tagWorkspaces()) {
      try {
        FileTree.delete(workspace);
      } catch (IOException e) {
        LOG.warnf(e, "%s could not be removed", workspace);
      }
    }
  }

  private static Optional<CompleteRequest> result(AttemptFiles files) {
    try {
      return files.result().read();
    } catch (IOException e) {
      LOG.warnf(e, "The result in %s cannot be read and is given up", files.directory());
      return Optional.empty();
    }
  }

  private void resume(HeldActions held, AttemptFiles files, CompleteRequest report) {
    LOG.infof("Reporting %s, which ended before this start", report.actionId());
    held.resume(
        new UnreportedResult(
            server,
            files,
            report,
            files.hasLog() ? Spool.reopen(files.log()) : null,
            CompletableFuture.completedFuture(null),
            new StopSignal()));
  }
}
