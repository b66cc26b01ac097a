package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.PackagedAgent;

/** An agent that is told to end, by signal or by the server. */
@ExtendWith(Worlds.Extension.class)
class ShutdownIT {

  private static final int START_AGAIN = 75;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Waits to be told to go on; a second attempt does not. */
  private static final String SCRIPT =
      """
      echo "begun by attempt $LAAS_ATTEMPT"
      if [ "$LAAS_ATTEMPT" = 1 ]; then
        until [ -f "$LAAS_TARGET/go" ]; do sleep 0.05; done
      fi
      echo ended
      """;

  private final Worlds worlds;

  ShutdownIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_build_that_ends_within_the_grace_is_reported(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent agent = start(world, execution, 60)) {
      // Given
      Build queued = enqueue(world);
      world.awaitLog(queued, "begun");
      agent.process().send("TERM");
      await().until(() -> agent.process().log().contains("Takes nothing more"));

      // When
      go(agent);

      // Then
      assertThat(agent.process().awaitExit(LIMIT)).isZero();
      Build build = world.api().awaitEnd(queued.id(), LIMIT);
      assertThat(build.state()).isEqualTo("succeeded");
      assertThat(build.attempt()).isOne();
      assertThat(build.logIntact()).isTrue();
    }
  }

  @EachExecution
  void a_build_that_does_not_is_another_agents_at_once(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent ending = start(world, execution, 1)) {
      Build queued = enqueue(world);
      world.awaitLog(queued, "begun by attempt 1");
      try (PackagedAgent other = start(world, execution, 1)) {
        // Given
        await().until(() -> other.process().log().contains("Learns of work"));
        Instant told = Instant.now();

        // When
        ending.process().send("TERM");

        // Then
        Build build = world.api().awaitEnd(queued.id(), LIMIT);
        assertThat(build.state()).isEqualTo("succeeded");
        assertThat(world.output(build, "compile")).startsWith("begun by attempt 2");
        // The lease is 10 s: nobody has waited for it.
        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(ending.process().awaitExit(LIMIT)).isZero();
        assertNothingRuns(execution, ending, queued);
      }
    }
  }

  @EachExecution
  void a_second_signal_gives_back_at_once(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent agent = start(world, execution, 3600)) {
      // Given
      Build queued = enqueue(world);
      world.awaitLog(queued, "begun");
      agent.process().send("INT");
      await().until(() -> agent.process().log().contains("Takes nothing more"));

      // When
      agent.process().send("INT");

      // Then
      assertThat(agent.process().awaitExit(LIMIT)).isZero();
      assertThat(world.api().build(queued.id()).state()).isEqualTo("queued");
      assertNothingRuns(execution, agent, queued);
      world.api().cancel(queued.id());
    }
  }

  @EachExecution
  void after_a_hang_up_the_next_process_goes_on(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent swapped = start(world, execution, 3600)) {
      // Given
      Build queued = enqueue(world);
      world.awaitLog(queued, "begun");

      // When
      swapped.process().send("HUP");

      // Then
      assertThat(swapped.process().awaitExit(LIMIT)).isEqualTo(START_AGAIN);
      try (PackagedAgent again = world.startAgain(swapped)) {
        go(swapped);
        Build build = world.api().awaitEnd(queued.id(), LIMIT);
        assertThat(build.state()).isEqualTo("succeeded");
        assertThat(build.attempt()).isOne();
        assertThat(build.logIntact()).isTrue();
        assertThat(world.output(build, "compile")).isEqualTo("begun by attempt 1\nended\n");
        assertThat(again.process().alive()).isTrue();
      }
    }
  }

  @EachExecution
  void the_servers_order_to_stop_waits_for_what_is_held(Execution execution) throws Exception {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent agent = start(world, execution, 0)) {
      // Given
      Build queued = enqueue(world);
      world.awaitLog(queued, "begun");

      // When
      world.api().post("/api/agents/" + idOf(world, agent) + "/stop", Map.of());

      // Then
      await().until(() -> agent.process().log().contains("Takes nothing more"));
      go(agent);
      assertThat(agent.process().awaitExit(LIMIT)).isZero();
      assertThat(world.api().awaitEnd(queued.id(), LIMIT).state()).isEqualTo("succeeded");
    }
  }

  @Test
  void an_agent_that_waits_for_its_server_ends_at_once() throws Exception {
    World world = worlds.bare();
    try (PackagedAgent agent =
        world.startAgent(Execution.PROCESS, URI.create("http://127.0.0.1:1"), Map.of())) {
      // Given
      await().atMost(LIMIT).until(() -> agent.process().log().contains("does not answer yet"));

      // When
      agent.process().send("TERM");

      // Then
      assertThat(agent.process().awaitExit(LIMIT)).isZero();
    }
  }

  @Test
  void run_once_takes_one_action_and_ends() throws Exception {
    World world = worlds.bare();
    String name = World.unique("once");
    List<String> program = new ArrayList<>(Checkout.agentCommand());
    program.addAll(List.of("run-once", "--wait", "60"));
    Build first = enqueue(world, "echo first\n");
    Build second = enqueue(world, "echo second\n");
    try (PackagedAgent agent =
        PackagedAgent.start(
            program,
            world.server().address(),
            world.api().joinToken(),
            new PackagedAgent.Settings(
                name, world.folder().resolve(name), "process", 4, Map.of()))) {

      assertThat(agent.process().awaitExit(LIMIT.multipliedBy(2))).isZero();

      assertThat(world.api().build(first.id()).state()).isEqualTo("succeeded");
      assertThat(world.api().build(second.id()).state()).isEqualTo("queued");
      world.api().cancel(second.id());
    }
  }

  @Test
  void the_doctor_finds_nothing_wrong_here_and_says_what_is_wrong_elsewhere() throws Exception {
    World world = worlds.bare();
    List<String> program = new ArrayList<>(Checkout.agentCommand());
    program.add("doctor");

    try (PackagedAgent here = doctor(world, program, world.server().address());
        PackagedAgent elsewhere = doctor(world, program, URI.create("http://127.0.0.1:1"))) {

      assertThat(here.process().awaitExit(LIMIT)).as(here.process().log()).isZero();
      assertThat(elsewhere.process().awaitExit(LIMIT)).isOne();
      assertThat(here.process().log())
          .contains("it has a join token", "it goes as the server", "clone")
          .doesNotContain("laas-join");
      assertThat(elsewhere.process().log()).contains("refuses the connection");
    }
  }

  private static PackagedAgent doctor(World world, List<String> program, URI server)
      throws InterruptedException {
    String name = World.unique("doctor");
    return PackagedAgent.start(
        program,
        server,
        world.api().joinToken(),
        new PackagedAgent.Settings(name, world.folder().resolve(name), "process", 1, Map.of()));
  }

  private static PackagedAgent start(World world, Execution execution, int grace)
      throws InterruptedException {
    return world.startAgent(
        execution, world.server().address(), Map.of("LAAS_GRACE", Integer.toString(grace)));
  }

  private static Build enqueue(World world) throws InterruptedException {
    return enqueue(world, SCRIPT);
  }

  private static Build enqueue(World world, String script) throws InterruptedException {
    String name = World.unique("shutdown");
    world.repository(name).write("README", "shutdown").commit("Shutdown");
    return world
        .api()
        .enqueue(world.project(name).compile(script).save(), "branch", "main", Map.of());
  }

  private static String idOf(World world, PackagedAgent agent) throws InterruptedException {
    JsonNode agents = world.api().get("/api/agents");
    for (JsonNode one : agents.isArray() ? agents : agents.path("items")) {
      if (one.path("name").asText().equals(agent.settings().name())) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("the server does not know " + agent.settings().name());
  }

  private static void assertNothingRuns(Execution execution, PackagedAgent agent, Build build) {
    if (execution == Execution.DOCKER) {
      await().atMost(LIMIT).until(() -> BuildContainers.of(build.id()).isEmpty());
    } else {
      assertThat(agent.process().descendants()).isEmpty();
    }
  }

  /** Lets the script go on. */
  private static void go(PackagedAgent agent) throws IOException {
    try (Stream<Path> files = Files.walk(agent.settings().root(), 7)) {
      Path target = files.filter(file -> file.endsWith("target")).findFirst().orElseThrow();
      Files.createFile(target.resolve("go"));
    }
  }
}
