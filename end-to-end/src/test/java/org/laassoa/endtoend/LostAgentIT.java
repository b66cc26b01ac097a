package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * Case 9: an agent that is lost in the middle, with what it ran, loses its build to another
 * attempt.
 */
@ExtendWith(Worlds.Extension.class)
class LostAgentIT {

  /** The first attempt never ends by itself; the second one succeeds. */
  private static final String SCRIPT =
      """
      echo attempt $LAAS_ATTEMPT
      [ "$LAAS_ATTEMPT" = 2 ] || while :; do echo alive; sleep 0.2; done
      """;

  private final Worlds worlds;

  LostAgentIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_killed_agents_build_is_taken_again(Execution execution) throws InterruptedException {
    Needs.of(execution);
    World world = worlds.bare();
    try (PackagedAgent killed = world.startAgent(execution, world.server().address(), Map.of())) {
      // Given
      Build queued = world.api().enqueue(project(world), "branch", "main", Map.of());
      world.awaitLog(queued, "alive");

      // When
      killed.process().kill();
      if (execution == Execution.DOCKER) {
        BuildContainers.remove(queued.id());
      }

      // Then
      try (PackagedAgent again = world.startAgain(killed)) {
        assertSecondAttemptSucceeds(world, queued);
        if (execution == Execution.DOCKER) {
          assertThat(BuildContainers.of(queued.id())).isEmpty();
        }
      }
    }
  }

  @EachExecution
  void what_a_paused_agent_says_too_late_changes_nothing(Execution execution)
      throws IOException, InterruptedException {
    Needs.of(execution);
    World world = worlds.bare();
    try (Tap tap = Tap.before(world.server().address());
        PackagedAgent late = world.startAgent(execution, tap.address(), Map.of())) {
      // Given
      Build queued = world.api().enqueue(project(world), "branch", "main", Map.of());
      world.awaitLog(queued, "alive");
      Build ended;
      byte[] firstLog;
      try (var paused = late.process().pause();
          PackagedAgent other = world.startAgent(execution, world.server().address(), Map.of())) {
        ended = assertSecondAttemptSucceeds(world, queued);
        firstLog = world.api().logOfAttempt(queued.id(), 1);
        tap.forget();

        // When
      }

      // Then
      await().atMost(World.BUILD_LIMIT).until(() -> letGo(tap));
      await().atMost(World.BUILD_LIMIT).until(() -> noScriptRuns(execution, late, queued));
      assertThat(reports(tap)).allMatch(call -> call.status() == 409);
      assertThat(world.api().build(queued.id())).isEqualTo(ended);
      assertThat(world.api().logOfAttempt(queued.id(), 1)).isEqualTo(firstLog);
    }
  }

  private static Build assertSecondAttemptSucceeds(World world, Build queued)
      throws InterruptedException {
    Build build = world.api().awaitEnd(queued.id(), World.BUILD_LIMIT);
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    assertThat(build.attempt()).isEqualTo(2);
    assertThat(world.output(build, "compile")).isEqualTo("attempt 2\n");
    return build;
  }

  /** Whether the agent was told that the attempt is not its own any more. */
  private static boolean letGo(Tap tap) {
    return reports(tap).stream().anyMatch(call -> call.status() == 409)
        || tap.calls("/consume_action").stream()
            .anyMatch(call -> call.answer().contains("\"abandon\""));
  }

  private static List<Tap.Call> reports(Tap tap) {
    return Stream.of("/log_data", "/complete_action")
        .flatMap(path -> tap.calls(path).stream())
        .toList();
  }

  private static boolean noScriptRuns(Execution execution, PackagedAgent agent, Build build) {
    return switch (execution) {
      case DOCKER -> BuildContainers.of(build.id()).isEmpty();
      case PROCESS -> agent.process().descendants().isEmpty();
    };
  }

  private static String project(World world) throws InterruptedException {
    String name = World.unique("lost");
    world.repository(name).write("README", "lost").commit("Lost");
    return world.project(name).compile(SCRIPT).save();
  }
}
