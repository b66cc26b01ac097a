package org.laassoa.endtoend.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged agent as a process: the jar, or what {@link Checkout#agentCommand} says. */
public final class PackagedAgent implements AutoCloseable {

  private final Settings settings;
  private final ChildProcess process;

  private PackagedAgent(Settings settings, ChildProcess process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * How to start it.
   *
   * @param name as the server shows it
   * @param root its folder, made when it is missing
   * @param executor {@code auto}, {@code docker} or {@code process}
   * @param capacity how many actions at the same time
   * @param environment further environment variables
   */
  public record Settings(
      String name, Path root, String executor, int capacity, Map<String, String> environment) {}

  /**
   * Starts an agent. Its log is {@code <root>.log}.
   *
   * @param joinToken taken by environment, so that the command line does not show it; empty when
   *     the root holds the identity of a former start
   */
  public static PackagedAgent start(URI server, String joinToken, Settings settings) {
    return start(Checkout.agentCommand(), server, joinToken, settings);
  }

  /**
   * Starts an agent of another package, as above.
   *
   * @param program what its options are added to
   */
  public static PackagedAgent start(
      List<String> program, URI server, String joinToken, Settings settings) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--server", server.toString(), "--name", settings.name()));
    command.addAll(List.of("--root", settings.root().toString()));
    command.addAll(List.of("--executor", settings.executor()));
    command.addAll(List.of("--capacity", Integer.toString(settings.capacity())));
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
      // The JVM names files by the locale, and a source has names in any language.
      environment.put("LC_ALL", "C.UTF-8");
    }
    if (!joinToken.isEmpty()) {
      environment.put("LAAS_JOIN", joinToken);
    }
    try {
      Files.createDirectories(settings.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path log = settings.root().resolveSibling(settings.root().getFileName() + ".log");
    return new PackagedAgent(
        settings,
        ChildProcess.start(new ChildProcess.Start(command, environment, settings.root(), log)));
  }

  /** How it was started. */
  public Settings settings() {
    return settings;
  }

  /** The process itself. */
  public ChildProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
