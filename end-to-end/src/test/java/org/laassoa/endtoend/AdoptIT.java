package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.git.Gate;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * An agent that dies alone, as by a crash, and is started again goes on with its builds: nothing is
 * begun anew that must not be, and nothing of the log is missing.
 */
@ExtendWith(Worlds.Extension.class)
class AdoptIT {

  private static final String SECRET = "adopted-2718";
  private static final int LINES = 60;

  /**
   * Prints a secret in two pieces, again and again, and waits in its middle to be told to go on.
   */
  private static final String SCRIPT =
      """
      i=0
      while [ $i -lt %d ]; do
        printf 'line %%s: adopt' $i
        sleep 0.02
        printf 'ed-2718, %%s\\n' $i
        if [ $i = 20 ]; then echo waiting; until [ -f "$LAAS_TARGET/go" ]; do sleep 0.05; done; fi
        i=$((i + 1))
      done
      printf 'no line end'
      """
          .formatted(LINES);

  private final Worlds worlds;

  AdoptIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_script_that_prints_goes_on_and_its_log_is_exact(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent killed = start(world, execution)) {
      // Given
      Build queued = enqueue(world, project(world).compile(SCRIPT));
      world.awaitLog(queued, "line 10: ");

      // When
      killed.process().killAlone();

      // Then
      try (PackagedAgent again = world.startAgain(killed)) {
        go(killed);
        Build build = assertSucceedsAtOnce(world, queued);
        assertThat(world.output(build, "compile")).isEqualTo(expected());
        assertThat(again.process().log()).doesNotContain(SECRET);
      }
    }
  }

  @EachExecution
  void a_script_that_ends_while_no_agent_runs_is_reported_as_it_ended(Execution execution)
      throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent killed = start(world, execution)) {
      // Given
      Build queued =
          enqueue(world, project(world).compile(SCRIPT + "\necho > $LAAS_TARGET/end\nexit 7\n"));
      world.awaitLog(queued, "waiting");
      killed.process().killAlone();

      // When
      go(killed);
      await().until(() -> find(killed, "target/end").isPresent());

      // Then
      try (PackagedAgent again = world.startAgain(killed)) {
        Build build = world.api().awaitEnd(queued.id(), World.BUILD_LIMIT);
        assertThat(build.attempt()).isOne();
        assertThat(build.result()).isEqualTo("script_failed");
        assertThat(build.outcome().path("exit_code").asInt()).isEqualTo(7);
        assertThat(build.logIntact()).isTrue();
        assertThat(world.output(build, "compile")).isEqualTo(expected());
        assertThat(again.process().alive()).isTrue();
      }
    }
  }

  @EachExecution
  void a_checkout_is_begun_again(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent killed = start(world, execution)) {
      // Given
      Build queued;
      try (Gate gate = world.git().hangAfter(0)) {
        queued = enqueue(world, project(world).compile("echo built\n"));
        assertThat(gate.awaitReached(Duration.ofSeconds(30))).isTrue();

        // When
        killed.process().killAlone();
      }

      // Then
      try (PackagedAgent again = world.startAgain(killed)) {
        Build build = assertSucceedsAtOnce(world, queued);
        assertThat(world.output(build, "compile")).isEqualTo("built\n");
        assertThat(build.commit()).hasSize(40);
        assertThat(again.process().alive()).isTrue();
      }
    }
  }

  @Test
  void an_image_is_made_again() throws Exception {
    assertResumes("in the image");
  }

  @Test
  void a_push_is_begun_again() throws Exception {
    assertResumes("==> push");
  }

  private void assertResumes(String killedAt) throws Exception {
    Needs.engine();
    World world = worlds.bare();
    String registry = World.unique("registry");
    world.putRegistry(registry, Needs.setting("LAAS_TEST_REGISTRY_PASSWORD"));
    try (PackagedAgent killed = start(world, Execution.DOCKER)) {
      // Given
      Build queued =
          enqueue(
              world,
              project(world)
                  .compile("echo compiled\n")
                  .file(
                      "Dockerfile",
                      """
                      FROM laas-test/busybox:1
                      RUN echo in the image && head -c 50000000 /dev/urandom >/slow-%s
                      """
                          // Not what an earlier run has left in the engine's cache or the registry.
                          .formatted(UUID.randomUUID()))
                  .dockerfile("Dockerfile")
                  .with("image_registry", registry));
      world.awaitLog(queued, killedAt);

      // When
      killed.process().killAlone();

      // Then
      try (PackagedAgent again = world.startAgain(killed)) {
        Build build = assertSucceedsAtOnce(world, queued);
        assertThat(build.images())
            .singleElement()
            .satisfies(image -> assertThat(image.digest()).startsWith("sha256:"));
        assertThat(world.output(build, "compile")).isEqualTo("compiled\n");
        assertThat(again.process().alive()).isTrue();
      }
    }
  }

  @EachExecution
  void a_build_whose_lease_ended_meanwhile_is_let_go_of(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent killed = start(world, execution)) {
      // Given
      Build queued =
          enqueue(world, project(world).with("max_attempts", 1).compile("echo alive\nsleep 600\n"));
      world.awaitLog(queued, "alive");
      killed.process().killAlone();
      Build lost = world.api().awaitEnd(queued.id(), World.BUILD_LIMIT);

      // When
      try (PackagedAgent again = world.startAgain(killed)) {

        // Then
        await().atMost(World.BUILD_LIMIT).until(() -> attempts(again).isEmpty());
        if (execution == Execution.DOCKER) {
          assertThat(BuildContainers.of(queued.id())).isEmpty();
        }
        assertThat(world.api().build(queued.id())).isEqualTo(lost);
      }
    }
  }

  private static PackagedAgent start(World world, Execution execution) throws InterruptedException {
    return world.startAgent(execution, world.server().address(), Map.of());
  }

  private static ProjectSetup project(World world) {
    String name = World.unique("adopt");
    world.repository(name).write("README", "adopt").commit("Adopt");
    // A home file of one line is a secret.
    return world.project(name).homeFile(".token", SECRET + "\n");
  }

  private static Build enqueue(World world, ProjectSetup project) throws InterruptedException {
    return world.api().enqueue(project.save(), "branch", "main", Map.of());
  }

  private static Build assertSucceedsAtOnce(World world, Build queued) throws InterruptedException {
    Build build = world.api().awaitEnd(queued.id(), World.BUILD_LIMIT);
    assertThat(build.state()).as(build.toString()).isEqualTo("succeeded");
    assertThat(build.attempt()).isOne();
    assertThat(build.logIntact()).isTrue();
    assertThat(world.log(build)).contains("==> resumed after the agent was restarted\n");
    return build;
  }

  private static String expected() {
    return IntStream.range(0, LINES)
        .mapToObj(i -> "line " + i + ": [MASKED], " + i + "\n" + (i == 20 ? "waiting\n" : ""))
        .collect(Collectors.joining("", "", "no line end"));
  }

  /** Lets the script go on. */
  private static void go(PackagedAgent agent) throws IOException {
    Path target = find(agent, "target").orElseThrow();
    Files.createFile(target.resolve("go"));
  }

  /** A file or folder of the workspace; each test has an agent of its own, with one workspace. */
  private static Optional<Path> find(PackagedAgent agent, String name) throws IOException {
    try (Stream<Path> files = Files.walk(agent.settings().root(), 7)) {
      return files.filter(file -> file.endsWith(name)).findFirst();
    }
  }

  private static List<Path> attempts(PackagedAgent agent) throws IOException {
    try (Stream<Path> files = Files.list(agent.settings().root().resolve(".laas/attempts"))) {
      return files.toList();
    }
  }
}
