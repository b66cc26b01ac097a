package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.Gate;

/** Case 10: a build is cancelled within 5 s wherever it is, and nothing of it goes on. */
@ExtendWith(Worlds.Extension.class)
class CancelIT {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Worlds worlds;

  CancelIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void during_the_checkout(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = project(world, "x".repeat(100_000));
    String project = world.project(name).compile("true\n").save();
    try (Gate gate = world.git().hangAfter(0)) {
      Build queued = world.api().enqueue(project, "branch", "main", Map.of());
      assertThat(gate.awaitReached(Duration.ofSeconds(30))).isTrue();

      // When
      world.api().cancel(queued.id());

      // Then
      assertCancelled(world, queued);
    }
  }

  @EachExecution
  void during_the_compile_script(Execution execution) throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String name = project(world, "x");
    String project = world.project(name).compile("echo sleeping\nsleep 600\n").save();
    Build queued = world.api().enqueue(project, "branch", "main", Map.of());
    world.awaitLog(queued, "sleeping");

    // When
    world.api().cancel(queued.id());

    // Then
    assertCancelled(world, queued);
    if (execution == Execution.DOCKER) {
      assertThat(BuildContainers.of(queued.id())).isEmpty();
    } else {
      assertThat(world.agent().descendants()).noneMatch(line -> line.contains("sleep"));
    }
  }

  @Test
  void during_the_push() throws IOException, InterruptedException {
    World world = worlds.on(Execution.DOCKER);
    // A registry that takes connections and never answers.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      // Given
      String registry = World.unique("silent");
      world
          .api()
          .put(
              "/api/image-registries/" + registry,
              Map.of("address", "127.0.0.1", "port", silent.getLocalPort()));
      String name = project(world, "x");
      String project =
          world
              .project(name)
              .file("Dockerfile", "FROM laas-test/busybox:1\n")
              .dockerfile("Dockerfile")
              .with("image_registry", registry)
              .save();
      Build queued = world.api().enqueue(project, "branch", "main", Map.of());
      world.awaitLog(queued, "==> push");

      // When
      world.api().cancel(queued.id());

      // Then
      assertCancelled(world, queued);
    }
  }

  @Test
  void while_it_waits_in_the_queue() throws InterruptedException {
    // Given
    World world = worlds.bare();
    String project = world.project(project(world, "x")).compile("true\n").save();
    Build queued = world.api().enqueue(project, "branch", "main", Map.of());

    // When
    world.api().cancel(queued.id());

    // Then
    assertCancelled(world, queued);
  }

  private static void assertCancelled(World world, Build queued) throws InterruptedException {
    Build build = world.api().awaitEnd(queued.id(), LIMIT);
    assertThat(build.state()).isEqualTo("cancelled");
  }

  /** A repository with one file; its name is the project's too. */
  private static String project(World world, String content) {
    String name = World.unique("cancel");
    world.repository(name).write("file", content).commit("Cancel");
    return name;
  }
}
