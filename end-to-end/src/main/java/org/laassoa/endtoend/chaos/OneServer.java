package org.laassoa.endtoend.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.PackagedServer;

/** A server that is killed and started again; on another port each time. */
final class OneServer implements AutoCloseable {

  /** PostgreSQL may be away at the same time; whoever supervises a server tries again too. */
  private static final int TRIES = 10;

  private final String name;
  private final Path folder;
  private final String password;
  private final Map<String, String> environment;
  private int starts;
  private volatile PackagedServer.@Nullable Starting last;
  private volatile int port;

  OneServer(String name, Path folder, String password, Map<String, String> environment) {
    this.name = name;
    this.folder = folder;
    this.password = password;
    this.environment = environment;
  }

  /** Starts it, and again while it does not come up; does nothing when it runs. */
  synchronized void start() throws InterruptedException {
    for (int tries = 1; !running(); tries++) {
      try {
        port = begin().awaitListening().address().getPort();
      } catch (IllegalStateException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Starts it without waiting until it listens; does nothing when that has been done. */
  PackagedServer.Starting begin() {
    PackagedServer.Starting begun = last;
    if (begun != null && begun.process().alive()) {
      return begun;
    }
    starts++;
    Path home = folder.resolve(name + "-" + starts);
    begun =
        PackagedServer.launch(
            new PackagedServer.Settings(home, 0, password, environment, List.of("-Xmx200m")));
    last = begun;
    return begun;
  }

  /** Kills it, whatever it is doing. */
  void kill() {
    port = 0;
    PackagedServer.Starting killed = last;
    if (killed != null) {
      killed.process().kill();
    }
  }

  /** Makes it stand still until the answer is closed. */
  ChildProcess.Pause pause() {
    PackagedServer.Starting paused = last;
    if (paused == null || !paused.process().alive()) {
      return () -> {};
    }
    return paused.process().pause();
  }

  /** Where it listens; 0 while it does not. */
  int port() {
    return port;
  }

  private boolean running() {
    PackagedServer.Starting current = last;
    return port > 0 && current != null && current.process().alive();
  }

  @Override
  public void close() {
    PackagedServer.Starting current = last;
    if (current != null) {
      current.process().close();
    }
  }
}
