package org.laassoa.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;

/** The demo as the launcher runs it: with an engine, without one, and when its build fails. */
class DemoIT {

  private static final String NO_ENGINE = "unix:///nonexistent/docker.sock";

  @Test
  void without_an_engine_it_builds_as_a_process() {
    Command.Result demo = demo(Map.of("DOCKER_HOST", NO_ENGINE));

    assertThat(demo.exitCode()).as(demo.output()).isZero();
    assertThat(demo.output())
        .contains("nothing is isolated", "| ==> compile", "succeeded in", "sign in   admin");
  }

  @Test
  void with_an_engine_it_builds_in_a_container_and_makes_an_image() {
    requireEngine();

    Command.Result demo = demo(Map.of());

    assertThat(demo.exitCode()).as(demo.output()).isZero();
    assertThat(demo.output()).contains("runs builds in containers", "docker run --rm hello-java");
  }

  @Test
  void a_failed_build_is_its_exit_code() {
    requireEngine();

    Command.Result demo = demo(Map.of("LAAS_DEMO_IMAGE", "127.0.0.1:9/no-such:1"));

    assertThat(demo.exitCode()).as(demo.output()).isEqualTo(1);
    assertThat(demo.output()).contains("  failed", "127.0.0.1:9/no-such:1");
  }

  private static Command.Result demo(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    return Command.run(
        Path.of("").toAbsolutePath(),
        all,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dlaas.checkout=" + Checkout.root(),
            "-cp",
            System.getProperty("java.class.path"),
            Demo.class.getName(),
            "--exit"));
  }

  private static void requireEngine() {
    boolean there = Engine.find().isPresent();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("in CI nothing is skipped, but no container engine answers").isTrue();
    }
    Assumptions.assumeTrue(there, "no container engine answers: run .ci/world-up, take its env");
  }
}
