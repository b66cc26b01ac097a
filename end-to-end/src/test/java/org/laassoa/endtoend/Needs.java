package org.laassoa.endtoend;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.process.Command;

/**
 * What a test needs of the machine. Where it is missing the test is skipped with the reason; in CI,
 * which has everything, it fails.
 */
public final class Needs {

  private static final Optional<Engine> ENGINE = Engine.find();

  private Needs() {}

  /** What an agent needs to run scripts that way. */
  public static void of(Execution execution) {
    if (execution == Execution.DOCKER) {
      engine();
    }
  }

  /** A container engine with the images that {@code .ci/world-up} makes. */
  public static Engine engine() {
    Engine engine =
        ENGINE.orElseGet(
            () -> missing("no container engine answers: run .ci/world-up, take its env"));
    image(engine, "laas-test/busybox:1");
    return engine;
  }

  /** An image that {@code .ci/world-up} makes. */
  public static void image(String name) {
    image(engine(), name);
  }

  private static void image(Engine engine, String name) {
    if (!engine.hasImage(name)) {
      missing("the engine has no image " + name + ": run .ci/world-up");
    }
  }

  /** A kubectl that renders what {@code k8s/} is made of; takes no cluster for it. */
  public static String kubectl() {
    String kubectl = Optional.ofNullable(System.getenv("LAAS_TEST_KUBECTL")).orElse("kubectl");
    try {
      String version =
          Command.run(Path.of("/"), Map.of(), List.of(kubectl, "version", "--client")).output();
      // Older ones name no kustomize, and have one that is too old.
      if (version.contains("Kustomize Version: v")) {
        return kubectl;
      }
    } catch (UncheckedIOException noProgram) {
      // Said below.
    }
    return missing("there is no kubectl 1.24 or newer: run .ci/world-up, take its env");
  }

  /** A setting that {@code .ci/world-up} writes into its env. */
  public static String setting(String name) {
    String value = System.getenv(name);
    return value != null ? value : missing(name + " is not set: run .ci/world-up, take its env");
  }

  /** A test that becomes another user, or changes owners. */
  public static void root() {
    if (!"root".equals(System.getProperty("user.name"))) {
      missing("only root can become another user");
    }
  }

  private static <T> T missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError("in CI nothing is skipped, but " + reason);
    }
    Assumptions.abort(reason);
    throw new AssertionError("unreachable");
  }
}
