package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laassoa.server.EmbeddedPostgresResource;

/** An agent's life as a unit of a real systemd; the agent itself is a stand-in. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class SystemdQuarkusTest {
  private static final String EXECUTABLE = "laas-agent-linux-amd64";
  private static ContainedSystemd systemd;

  @BeforeEach
  void haveSystemd() throws Exception {
    AgentFolder.holds("1", EXECUTABLE);
    if (systemd == null) {
      systemd = ContainedSystemd.start();
    }
  }

  @AfterAll
  static void endSystemd() throws Exception {
    if (systemd != null) {
      systemd.close();
      systemd = null;
    }
  }

  @Test
  void with_sudo_the_agent_is_a_unit_that_runs_as_the_login() {
    TestMachine machine = TestMachine.withSudo().with("port", systemd.port()).store();

    machine.succeed("provision");

    assertThat(machine.show().getString("facts.init")).isEqualTo("systemd");
    assertThat(systemd.ask("systemctl", "is-enabled", unit(machine))).isEqualTo("enabled");
    assertThat(machine.ask("ps -o user= -p " + pid(machine))).isEqualTo(SshWorld.sudoUser());
    machine.succeed("uninstall");
    assertThat(systemd.ask("systemctl", "is-enabled", unit(machine))).doesNotContain("enabled");
    assertThat(machine.ask("ls -d " + machine.directory())).contains("No such file");
  }

  @Test
  void as_root_an_agent_comes_back_and_is_upgraded_and_diagnosed() {
    TestMachine machine = TestMachine.root().with("port", systemd.port()).store();
    machine.succeed("provision");
    String first = pid(machine);

    machine.ask("kill -KILL " + first);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> pid(machine), next -> !next.equals("0") && !next.equals(first));
    AgentFolder.holds("2", EXECUTABLE);
    String upgrade = TestMachine.output(machine.succeed("upgrade"), "online");
    assertThat(upgrade).contains("0.1.0-2");
    machine.succeed("restart");
    assertThat(TestMachine.output(machine.succeed("provision"), "start")).contains("runs already");
    assertThat(TestMachine.output(machine.succeed("diagnose"), "diagnose"))
        .contains("Active: active (running)", "the stand-in is well");
    machine.succeed("uninstall");
  }

  private static String unit(TestMachine machine) {
    return new AgentFiles(machine.directory()).unit();
  }

  private static String pid(TestMachine machine) {
    return systemd.ask("systemctl", "show", "-p", "MainPID", "--value", unit(machine));
  }
}
