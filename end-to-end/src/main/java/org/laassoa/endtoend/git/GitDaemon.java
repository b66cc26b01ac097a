package org.laassoa.endtoend.git;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.FreePort;

/** {@code git daemon} on loopback: the least that serving a repository can cost. */
public final class GitDaemon implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Ready to rumble");
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final ChildProcess process;
  private final int port;

  private GitDaemon(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Serves the repositories of a folder to everybody on this machine. */
  public static GitDaemon start(Path root) throws InterruptedException {
    int port = FreePort.find();
    ChildProcess process =
        ChildProcess.start(
            new ChildProcess.Start(
                List.of(
                    "git",
                    "daemon",
                    "--verbose",
                    "--export-all",
                    "--reuseaddr",
                    "--listen=127.0.0.1",
                    "--port=" + port,
                    "--base-path=" + root,
                    root.toString()),
                Git.ENVIRONMENT,
                root,
                root.resolveSibling("git-daemon.log")));
    process.await(READY, START_LIMIT);
    return new GitDaemon(process, port);
  }

  /** The address of a repository. */
  public URI url(String repository) {
    return URI.create("git://127.0.0.1:" + port + "/" + repository);
  }

  @Override
  public void close() {
    process.close();
  }
}
