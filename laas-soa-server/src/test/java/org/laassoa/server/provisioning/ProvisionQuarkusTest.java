package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laassoa.server.configuration.ConfigurationApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

/** An agent's life on a machine, on a real SSH server; the agent itself is a stand-in. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class ProvisionQuarkusTest {
  private static final String EXECUTABLE = "laas-agent-linux-amd64";

  private TestMachine machine;

  @BeforeEach
  void haveMachine() {
    AgentFolder.holds("1", EXECUTABLE);
    machine = TestMachine.bare();
  }

  @AfterEach
  void leaveNothing() {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void a_bare_account_gets_an_agent_that_is_online() {
    JsonPath operation = machine.succeed("provision");

    assertThat(operation.getList("steps.name"))
        .isEqualTo(
            List.of(
                "connect", "look", "check", "upload", "configure", "install", "start", "online"));
    assertThat(operation.getList("steps.state")).containsOnly("succeeded");
    JsonPath shown = machine.show();
    assertThat(shown.getString("host_key")).matches("ssh-ed25519 SHA256:\\S{43}");
    assertThat(shown.getString("facts.arch")).isEqualTo("x86_64");
    assertThat(shown.getString("facts.glibc")).startsWith("2.");
    assertThat(shown.getLong("facts.disk_free_bytes")).isPositive();
    assertThat(shown.getLong("agent_id")).isPositive();
    assertThat(as("viewer").get("/api/agents").jsonPath().getList("items.name"))
        .contains(machine.name());
    assertThat(machine.ask("stat -c %a " + machine.directory() + "/agent.properties"))
        .isEqualTo("600");
  }

  @Test
  void a_second_time_changes_nothing() {
    machine.succeed("provision");
    String pid = machine.agentPid();

    JsonPath again = machine.succeed("provision");

    assertThat(TestMachine.output(again, "upload")).contains("there already");
    assertThat(TestMachine.output(again, "configure")).contains("there already");
    assertThat(TestMachine.output(again, "start")).contains("runs already");
    assertThat(machine.agentPid()).isEqualTo(pid);
  }

  @Test
  void an_upgrade_swaps_the_executable_and_keeps_the_identity() {
    machine.succeed("provision");
    long agent = machine.show().getLong("agent_id");
    String pid = machine.agentPid();
    AgentFolder.holds("2", EXECUTABLE);

    JsonPath upgrade = machine.succeed("upgrade");

    assertThat(TestMachine.output(upgrade, "configure")).contains("has joined");
    assertThat(TestMachine.output(upgrade, "online")).contains("0.1.0-2");
    assertThat(machine.show().getLong("agent_id")).isEqualTo(agent);
    assertThat(machine.agentPid()).isNotEmpty().isNotEqualTo(pid);
    assertThat(machine.ask("cat " + machine.directory() + "/agent.log"))
        .contains("made room for the next one");
    assertThat(machine.ask("ls " + machine.directory() + "/packages").lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"provision", "restart"})
  void an_agent_that_was_told_to_stop_works_again_when_it_is_started(String operation) {
    machine.succeed("provision");
    String agent = "/api/agents/" + machine.show().getLong("agent_id");
    as("admin").post(agent + "/stop").then().statusCode(200);

    machine.succeed(operation);

    assertThat(as("viewer").get(agent).jsonPath().getString("wanted")).isEqualTo("work");
  }

  @Test
  void a_restart_replaces_the_process() {
    machine.succeed("provision");
    String pid = machine.agentPid();

    machine.succeed("restart");

    assertThat(machine.agentPid()).isNotEmpty().isNotEqualTo(pid);
  }

  @Test
  void an_agent_that_ends_is_started_again() {
    machine.succeed("provision");
    String pid = machine.agentPid();

    machine.ask("kill -KILL " + pid);

    org.awaitility.Awaitility.await()
        .until(machine::agentPid, next -> !next.isEmpty() && !next.equals(pid));
  }

  @Test
  void an_uninstalled_agent_leaves_nothing() {
    machine.succeed("provision");
    String crontab = machine.ask("crontab -l");

    machine.succeed("uninstall");

    assertThat(crontab).contains("supervise.sh start # laas-agent");
    assertThat(machine.ask("ls -d " + machine.directory())).contains("No such file");
    assertThat(machine.ask("crontab -l")).doesNotContain(machine.name());
    assertThat(machine.ask("ps -eo args | grep -F $1 | grep -v grep | grep -v 'sh -c'"))
        .doesNotContain("agent.properties");
    assertThat(as("viewer").get("/api/agents").jsonPath().getList("items.name"))
        .doesNotContain(machine.name());
    as("admin").delete("/api/machines/" + machine.name()).then().statusCode(204);
    machine.store();
  }

  @Test
  void a_diagnosis_holds_the_doctor_and_no_secret() {
    machine.succeed("provision");

    String found = TestMachine.output(machine.succeed("diagnose"), "diagnose");

    assertThat(found).contains("the stand-in is well", "runs as process", "polls http://127.0.0.1");
    assertThat(found).doesNotContain("laas-join-", SshWorld.password());
  }

  @Test
  void no_join_token_stays_behind() {
    machine.succeed("provision");

    assertThat(machine.ask("grep -c join " + machine.directory() + "/agent.properties"))
        .isEqualTo("0");
  }

  @Test
  void nothing_is_upgraded_where_nothing_is_installed() {
    JsonPath operation = machine.run("upgrade");

    assertThat(operation.getString("state")).isEqualTo("failed");
    assertThat(operation.getString("error")).contains("no agent is installed");
    assertThat(operation.getString("advice")).contains("Provision");
  }
}
