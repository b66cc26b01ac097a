package org.laassoa.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A postmaster outlives a server that was killed. The next server holds the lock of the home, so a
 * postmaster on its data can only be such an orphan: it is told to stop, which is quick, since
 * nobody is connected any more.
 */
final class OrphanedPostmaster {

  private OrphanedPostmaster() {}

  /** Stops the postmaster that runs on this data, if there is one. */
  static void stop(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (Files.notExists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    long pid = lines.isEmpty() ? 0 : Math.abs(Long.parseLong(lines.getFirst().strip()));
    ProcessHandle postmaster = ProcessHandle.of(pid).filter(OrphanedPostmaster::isOne).orElse(null);
    if (postmaster == null) {
      return;
    }
    postmaster.destroy();
    try {
      postmaster.onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an orphaned postmaster stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the orphaned postmaster " + pid + " does not stop", e);
    }
  }

  /** The pid may have gone to another process since. */
  private static boolean isOne(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("/postgres")).orElse(false);
  }
}
