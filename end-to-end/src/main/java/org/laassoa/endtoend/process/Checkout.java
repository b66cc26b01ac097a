package org.laassoa.endtoend.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout that this runs from, and the packages that its build has made. */
public final class Checkout {

  private Checkout() {}

  /**
   * The checkout's folder: system property {@code laas.checkout}, else the nearest folder from the
   * current one upwards that holds the launcher.
   */
  public static Path root() {
    String told = System.getProperty("laas.checkout");
    if (told != null) {
      return Path.of(told).toAbsolutePath();
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("laas"))
          && Files.isDirectory(folder.resolve("src-shared"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside a checkout of laas-soa");
  }

  /** The packaged server. */
  public static Path serverJar() {
    return runner("laas-soa-server", "laas-soa-server");
  }

  /** The packaged agent. */
  public static Path agentJar() {
    return runner("laas-soa-operate-builder", "laas-soa-operate-builder");
  }

  /**
   * How the agent is started: the executable that the environment's {@code LAAS_TEST_AGENT} names,
   * else its jar.
   */
  public static List<String> agentCommand() {
    String other = System.getenv("LAAS_TEST_AGENT");
    return other == null || other.isEmpty()
        ? java(agentJar())
        : List.of(root().resolve(other).toString());
  }

  /** Where {@code laas native} and {@code laas agent-package} put what they make. */
  public static Path agents() {
    return root().resolve("laas-soa-operate-builder/target/agents");
  }

  /** The packaged endpoint that does nothing. */
  public static Path baselineJar() {
    return runner("bench-baseline", "laas-soa-bench-baseline");
  }

  /** The command that runs a jar with the JVM that runs this. */
  public static List<String> java(Path jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString());
  }

  private static Path runner(String folder, String artifact) {
    Path target = root().resolve(folder).resolve("target");
    try (var jars = Files.newDirectoryStream(target, artifact + "-*-runner.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be read: build the packages first", e);
    }
    throw new IllegalStateException(target + " holds no package: build it first");
  }
}
