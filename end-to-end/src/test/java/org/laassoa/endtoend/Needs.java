package org.laassoa.endtoend;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.laassoa.endtoend.engine.Engine;

/**
 * What a test needs of the machine. Where it is missing the test is skipped with the reason; in CI,
 * which has everything, it fails.
 */
final class Needs {

  private static final Optional<Engine> ENGINE = Engine.find();

  private Needs() {}

  /** What an agent needs to run scripts that way. */
  static void of(Execution execution) {
    if (execution == Execution.DOCKER) {
      engine();
    }
  }

  /** A container engine with the images that {@code .ci/world-up} makes. */
  static Engine engine() {
    Engine engine =
        ENGINE.orElseGet(
            () -> missing("no container engine answers: run .ci/world-up, take its env"));
    if (!engine.hasImage("laas-test/busybox:1")) {
      missing("the engine has no image laas-test/busybox:1: run .ci/world-up");
    }
    return engine;
  }

  /** A setting that {@code .ci/world-up} writes into its env. */
  static String setting(String name) {
    String value = System.getenv(name);
    return value != null ? value : missing(name + " is not set: run .ci/world-up, take its env");
  }

  /** A test that becomes another user, or changes owners. */
  static void root() {
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
