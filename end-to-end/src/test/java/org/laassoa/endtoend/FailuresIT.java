package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.relay.EngineRelay;

/** Case 9: each failure has its own reason. Those of lost agents are in {@link LostAgentIT}. */
@ExtendWith(Worlds.Extension.class)
class FailuresIT {

  private final Worlds worlds;

  FailuresIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_script_that_fails_is_told_with_its_exit_code(Execution execution)
      throws InterruptedException {
    World world = worlds.on(execution);
    String project = project(world).compile("echo before\nexit 7\n").save();

    Build build = world.build(project);

    assertFailed(build, "script_failed");
    assertThat(build.outcome().path("exit_code").asInt()).isEqualTo(7);
    assertThat(build.reason()).contains("exit code 7");
    assertThat(world.output(build, "compile")).isEqualTo("before\n");
  }

  @EachExecution
  void a_ref_that_is_not_there_is_told(Execution execution) throws InterruptedException {
    World world = worlds.on(execution);
    String project = project(world).compile("true\n").save();

    Build build = world.build(project, "branch", "no-such-branch");

    assertFailed(build, "input_failed", "ref_not_found");
    assertThat(build.reason()).contains("no-such-branch");
  }

  @EachExecution
  void a_wrong_git_password_is_told_and_never_shown(Execution execution)
      throws InterruptedException {
    World world = worlds.on(execution);
    String server = World.unique("git");
    world.putGitServer(server, "wrong-git-pw-2718");
    String project = project(world).with("git_server", server).compile("true\n").save();

    Build build = world.build(project);

    assertFailed(build, "input_failed", "git_login_refused");
    assertThat(world.log(build) + build + world.agent().log()).doesNotContain("wrong-git-pw-2718");
  }

  @EachExecution
  void a_repository_that_is_not_there_is_told(Execution execution) throws InterruptedException {
    World world = worlds.on(execution);
    String project = project(world).with("repository", "no-such.git").compile("true\n").save();

    Build build = world.build(project);

    assertFailed(build, "input_failed", "repository_not_found");
  }

  @EachExecution
  void the_time_limit_ends_a_build(Execution execution) throws InterruptedException {
    World world = worlds.on(execution);
    String project = project(world).with("timeout_seconds", 2).compile("sleep 600\n").save();

    Build build = world.build(project);

    assertFailed(build, "timed_out");
    assertThat(build.reason()).contains("2 s");
  }

  @Test
  void an_image_that_cannot_be_had_is_told() throws InterruptedException {
    World world = worlds.on(Execution.DOCKER);
    String project = project(world).image("127.0.0.1:9/no-such:1").compile("true\n").save();

    Build build = world.build(project);

    assertFailed(build, "input_failed", "image_unavailable");
    assertThat(build.reason()).contains("127.0.0.1:9/no-such:1");
  }

  @Test
  void a_refused_push_is_told() throws InterruptedException {
    World world = worlds.on(Execution.DOCKER);
    String registry = World.unique("registry");
    world.putRegistry(registry, "wrong-registry-pw");
    String project =
        project(world)
            .file("Dockerfile", "FROM laas-test/busybox:1\n")
            .dockerfile("Dockerfile")
            .with("image_registry", registry)
            .save();

    Build build = world.build(project);

    assertFailed(build, "input_failed", "push_refused");
    assertThat(world.log(build)).doesNotContain("wrong-registry-pw");
  }

  @Test
  void a_line_of_the_dockerfile_that_fails_is_told() throws InterruptedException {
    World world = worlds.on(Execution.DOCKER);
    String project =
        project(world)
            .file("Dockerfile", "FROM laas-test/busybox:1\nRUN echo in the image && exit 3\n")
            .dockerfile("Dockerfile")
            .save();

    Build build = world.build(project);

    assertFailed(build, "input_failed", "image_build_failed");
    assertThat(world.log(build)).contains("in the image");
  }

  @Test
  void too_much_memory_is_told() throws InterruptedException {
    World world = worlds.on(Execution.DOCKER);
    String project =
        project(world)
            .image("laas-test/python:1")
            .environment("memory_bytes", 64 << 20)
            .compile("python3 -c 'b = bytearray(512 << 20)'\n")
            .save();

    Build build = world.build(project);

    assertFailed(build, "out_of_memory");
  }

  @Test
  void an_engine_that_goes_away_is_told() throws InterruptedException {
    Needs.engine();
    World world = worlds.bare();
    try (EngineRelay relay = EngineRelay.start(Needs.setting("DOCKER_HOST"));
        var agent =
            world.startAgent(
                Execution.DOCKER, world.server().address(), Map.of("DOCKER_HOST", relay.host()))) {
      String project =
          project(world).with("max_attempts", 1).compile("echo started\nsleep 600\n").save();
      Build queued = world.api().enqueue(project, "branch", "main", Map.of());
      world.awaitLog(queued, "started");

      relay.close();

      Build build = world.api().awaitEnd(queued.id(), Duration.ofMinutes(1));
      assertFailed(build, "infrastructure_failed", "engine_gone");
      // The agent could not, without its engine.
      BuildContainers.remove(build.id());
    }
  }

  private static ProjectSetup project(World world) {
    String name = World.unique("failure");
    world.repository(name).write("README", "failure").commit("Failure");
    return world.project(name);
  }

  private static void assertFailed(Build build, String result) {
    assertThat(build.state()).as(build.toString()).isEqualTo("failed");
    assertThat(build.result()).as(build.toString()).isEqualTo(result);
  }

  private static void assertFailed(Build build, String result, String reason) {
    assertFailed(build, result);
    assertThat(build.outcome().path("reason").asText()).isEqualTo(reason);
  }
}
