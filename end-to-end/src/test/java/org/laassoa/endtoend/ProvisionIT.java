package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.api.Build;

/** The packaged server installs the real agent on a bare account over SSH. */
class ProvisionIT {
  private static final Duration OPERATION_LIMIT = Duration.ofMinutes(3);
  private static final int BUILDS = 10;

  @TempDir Path folder;
  private AgentBinaries binaries;
  private World world;
  private String machine;

  @BeforeEach
  void haveServerAndMachine() throws IOException, InterruptedException {
    String[] ssh = Needs.setting("LAAS_TEST_SSH").split(":", 2);
    binaries = AgentBinaries.in(folder.resolve("agents"));
    world = World.bare(Map.of("LAAS_AGENT_BINARIES", binaries.folder().toString()));
    machine = "bare-" + ProcessHandle.current().pid();
    world
        .api()
        .put(
            "/api/machines/" + machine,
            Map.of(
                "address",
                ssh[0],
                "port",
                Integer.parseInt(ssh[1]),
                "username",
                Needs.setting("LAAS_TEST_SSH_USER"),
                "password",
                Needs.setting("LAAS_TEST_SSH_PASSWORD"),
                "directory",
                "~/" + machine,
                "capacity",
                BUILDS,
                "executor",
                "process",
                "server_url",
                world.server().address().toString()));
  }

  @AfterEach
  void leaveNothing() throws InterruptedException {
    if (world != null) {
      run("uninstall");
      world.close();
    }
  }

  @Test
  void an_agent_that_the_server_installed_builds() throws InterruptedException {
    String project = project("echo built by $LAAS_AGENT_NAME");

    succeed("provision");

    Build build = world.build(project);
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    JsonNode shown = world.api().get("/api/machines/" + machine);
    assertThat(shown.path("host_key").asText()).matches("ssh-ed25519 SHA256:\\S{43}");
    assertThat(shown.path("agent_id").asLong()).isPositive();
    assertThat(run("diagnose").toString())
        .contains("the server knows this agent")
        .doesNotContain("laas-join-");
  }

  @Test
  void a_newer_agent_in_the_middle_of_ten_builds_loses_none()
      throws IOException, InterruptedException {
    // Given
    succeed("provision");
    Path go = folder.resolve("go");
    letOthersLook(folder);
    List<Build> builds = new ArrayList<>();
    for (int i = 0; i < BUILDS; i++) {
      // One branch is built once at a time: each has a project of its own.
      String project =
          project("echo begun; while [ ! -e " + go + " ]; do sleep 0.2; done; echo end");
      builds.add(world.api().enqueue(project, "branch", "main", Map.of()));
    }
    for (Build build : builds) {
      world.awaitLog(build, "begun");
    }
    binaries.renew();

    // When
    succeed("provision");

    // Then
    Files.createFile(go);
    for (Build build : builds) {
      Build ended = world.api().awaitEnd(build.id(), World.BUILD_LIMIT);
      assertThat(ended.state()).as(world.log(ended)).isEqualTo("succeeded");
      assertThat(ended.attempt()).isEqualTo(1);
    }
  }

  private static void letOthersLook(Path folder) {
    folder.toFile().setExecutable(true, false);
  }

  private String project(String script) throws InterruptedException {
    String name = World.unique("provisioned");
    world.repository(name).write("README", "provisioned").commit("Provisioned");
    return world.project(name).compile(script).save();
  }

  private void succeed(String kind) throws InterruptedException {
    JsonNode operation = run(kind);
    assertThat(operation.path("state").asText())
        .as(operation.toPrettyString())
        .isEqualTo("succeeded");
  }

  private JsonNode run(String kind) throws InterruptedException {
    long id =
        world.api().post("/api/machines/" + machine + "/" + kind, Map.of()).path("id").asLong();
    return await()
        .atMost(OPERATION_LIMIT)
        .until(
            () -> world.api().get("/api/machine-operations/" + id),
            operation -> !operation.path("state").asText().equals("running"));
  }
}
