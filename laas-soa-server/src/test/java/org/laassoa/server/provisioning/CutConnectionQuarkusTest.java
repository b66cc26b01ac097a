package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

/** The connection to a machine is lost in the middle; doing it again heals it. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class CutConnectionQuarkusTest {
  private static final String EXECUTABLE = "laas-agent-linux-amd64";

  @Inject ProvisioningTools.Producer tools;

  private CutRelay relay;
  private TestMachine machine;

  @BeforeEach
  void haveMachineBehindRelay() throws IOException {
    AgentFolder.holds("1", EXECUTABLE);
    machine = TestMachine.bare();
    relay = CutRelay.before(SshWorld.host(), SshWorld.port());
    machine.with("port", relay.port()).store();
  }

  @AfterEach
  void leaveNothing() throws IOException {
    if (machine != null) {
      machine.close();
      relay.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"look", "upload", "configure", "install", "start", "online"})
  void a_provisioning_that_is_cut_at_a_step_is_healed_by_the_next(String step) throws Exception {
    OperationEnd end = provisionCutAt(step);

    assertThat(end)
        .isInstanceOfSatisfying(
            OperationEnd.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo(step + ": the connection was lost"));
    machine.succeed("provision");
    assertNothingHalfWritten();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 500, 4_000, 10_000, 16_000, 24_000})
  void a_provisioning_that_is_cut_anywhere_is_healed_by_the_next(long bytes) throws Exception {
    relay.cutAfter(bytes);
    machine.run("provision");
    relay.heal();

    machine.succeed("provision");

    assertNothingHalfWritten();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "remove"})
  void an_uninstallation_that_is_cut_at_a_step_is_healed_by_the_next(String step) throws Exception {
    machine.succeed("provision");

    run(OperationKind.UNINSTALL, step);

    machine.succeed("uninstall");
    assertThat(machine.ask("ls -d " + machine.directory())).contains("No such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "configure", "install", "start", "online"})
  void an_upgrade_that_is_cut_leaves_an_agent_that_the_next_one_upgrades(String step)
      throws Exception {
    machine.succeed("provision");
    AgentFolder.holds("2", EXECUTABLE);

    run(OperationKind.UPGRADE, step);

    assertThat(machine.agentPid()).isNotEmpty();
    assertThat(TestMachine.output(machine.succeed("upgrade"), "online")).contains("0.1.0-2");
    assertNothingHalfWritten();
  }

  private OperationEnd provisionCutAt(String step) throws InterruptedException {
    return run(OperationKind.PROVISION, step);
  }

  /** As the server does it, with a journal that cuts when the step begins. */
  private OperationEnd run(OperationKind kind, String step) throws InterruptedException {
    Journal journal = new CuttingJournal(step);
    return new RunSteps(tools.tools()).run(kind, machine.spec(), journal);
  }

  private void assertNothingHalfWritten() {
    String left = machine.ask("cd " + machine.directory() + " && find . -maxdepth 2");
    assertThat(left).doesNotContain(".part", ".new");
    assertThat(machine.ask("ls " + machine.directory() + "/packages").lines()).hasSize(1);
    assertThat(machine.ask("pgrep -fc \"agent.properties\" -u $(id -u) || true")).isNotBlank();
    assertThat(machine.ask("ps -eo args | grep -c \"^sh .*$1/supervise.sh run\"")).isEqualTo("1");
  }

  private final class CuttingJournal implements Journal {
    private final String at;

    private CuttingJournal(String at) {
      this.at = at;
    }

    @Override
    public void started(String step) {
      if (step.equals(at)) {
        relay.cut();
      }
    }

    @Override
    public void output(String step, String text) {}

    @Override
    public void succeeded(String step) {}

    @Override
    public void failed(String step, String reason) {}
  }
}
