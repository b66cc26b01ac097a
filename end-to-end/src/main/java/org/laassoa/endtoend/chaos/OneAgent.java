package org.laassoa.endtoend.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.process.PackagedAgent;

/** An agent that is killed and started again, in the same folder and as the same agent. */
final class OneAgent implements AutoCloseable {

  private final URI server;
  private final PackagedAgent.Settings settings;
  private volatile @Nullable PackagedAgent running;

  /**
   * An agent that has not been started.
   *
   * @param server where it finds its servers
   */
  OneAgent(URI server, PackagedAgent.Settings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Starts it; does nothing when it runs.
   *
   * @param joinToken empty when it has joined before
   */
  synchronized void start(String joinToken) {
    PackagedAgent current = running;
    if (current == null || !current.process().alive()) {
      running = PackagedAgent.start(server, joinToken, settings);
    }
  }

  /** Kills the agent and nothing else: its scripts go on. */
  void kill() {
    PackagedAgent killed = running;
    if (killed != null) {
      killed.process().killAlone();
    }
  }

  /** Makes it stand still until the answer is closed; its scripts go on. */
  ChildProcess.Pause pause() {
    PackagedAgent paused = running;
    if (paused == null || !paused.process().alive()) {
      return () -> {};
    }
    return paused.process().pause();
  }

  boolean alive() {
    PackagedAgent current = running;
    return current != null && current.process().alive();
  }

  String name() {
    return settings.name();
  }

  boolean inContainers() {
    return settings.executor().equals("docker");
  }

  Path root() {
    return settings.root();
  }

  /** What there is in one of its own folders that holds something only while a build runs. */
  List<Path> passing(String folder) {
    Path path = root().resolve(".laas").resolve(folder);
    if (Files.notExists(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    PackagedAgent last = running;
    if (last != null) {
      last.close();
    }
  }
}
