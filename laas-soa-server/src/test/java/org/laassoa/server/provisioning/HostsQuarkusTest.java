package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.server.EmbeddedPostgresResource;

/** Machines of other kinds than a bare account, and those that no agent can be installed on. */
@QuarkusTest
@WithTestResource(EmbeddedPostgresResource.class)
@WithTestResource(AgentFolder.class)
class HostsQuarkusTest {
  private static final String EXECUTABLE = "laas-agent-linux-amd64";

  private TestMachine machine;

  @BeforeEach
  void haveAgent() {
    AgentFolder.holds("1", EXECUTABLE);
  }

  @AfterEach
  void leaveNothing() {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void root_gets_an_agent() {
    machine = TestMachine.root();

    machine.succeed("provision");

    assertThat(machine.show().getBoolean("facts.root")).isTrue();
    assertThat(machine.ask("stat -c %U " + machine.directory())).isEqualTo("root");
    machine.succeed("uninstall");
    assertThat(machine.ask("ls -d " + machine.directory())).contains("No such file");
  }

  @Test
  void sudo_makes_the_folder_and_the_agent_runs_as_the_login() {
    machine = TestMachine.withSudo();

    machine.succeed("provision");

    assertThat(machine.show().getBoolean("facts.sudo")).isTrue();
    assertThat(machine.ask("stat -c %U " + machine.directory())).isEqualTo(SshWorld.sudoUser());
    assertThat(machine.ask("ps -o user= -p $(sh " + machine.directory() + "/supervise.sh pid)"))
        .isEqualTo(SshWorld.sudoUser());
    machine.succeed("uninstall");
  }

  @Test
  void a_password_for_sudo_is_on_no_command_line_and_in_no_output() {
    machine = TestMachine.withSudo();

    JsonPath operation = machine.succeed("provision");

    assertThat(operation.prettify()).doesNotContain(SshWorld.sudoPassword());
    machine.succeed("uninstall");
  }

  @Test
  void sudo_that_is_refused_is_told() {
    machine = TestMachine.bare().with("become", "sudo").store();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error")).contains("sudo does not work");
    assertThat(operation.getString("advice")).contains("sudoers");
    assertThat(operation.prettify()).doesNotContain(SshWorld.password());
  }

  @Test
  void a_folder_that_the_login_may_not_make_is_told() {
    machine = TestMachine.bare().with("directory", "/opt/not-mine").store();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error")).contains("upload: the folder cannot be made");
    assertThat(operation.getString("advice")).contains("sudo");
  }

  @Test
  void an_architecture_without_an_agent_is_told() {
    AgentFolder.holds("1", "laas-agent-linux-arm64");
    machine = TestMachine.bare();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error"))
        .contains("check: the machine is x86_64", "no laas-agent-linux-amd64");
    assertThat(machine.ask("ls -d " + machine.directory())).contains("No such file");
  }

  @Test
  void an_executable_that_does_not_run_there_changes_nothing() {
    machine = TestMachine.bare();
    machine.succeed("provision");
    String pid = machine.agentPid();
    AgentFolder.holdsForeignExecutable(EXECUTABLE);

    JsonPath operation = machine.run("upgrade");

    assertThat(operation.getString("error")).contains("the agent does not run on this machine");
    assertThat(machine.agentPid()).isEqualTo(pid);
    assertThat(machine.ask("ls " + machine.directory() + "/packages").lines()).hasSize(1);
  }

  @Test
  void a_newer_library_than_the_machine_has_is_told() {
    AgentFolder.holdsLinkedWith(EXECUTABLE, "GLIBC_2.99");
    machine = TestMachine.bare();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error"))
        .contains("check: the machine has glibc 2.", "the agent needs 2.99");
  }

  @Test
  void a_package_is_unpacked_on_the_machine() throws Exception {
    AgentFolder.holdsPackage("3");
    machine = TestMachine.bare();

    JsonPath operation = machine.succeed("provision");

    assertThat(TestMachine.output(operation, "online")).contains("0.1.0-3");
    assertThat(TestMachine.output(machine.succeed("provision"), "upload"))
        .contains("there already");
  }

  @Test
  void a_disk_that_is_too_small_is_told() throws Exception {
    try (SmallDisk disk = SmallDisk.mount("size=8m")) {
      machine = TestMachine.bare().with("directory", disk.folder() + "/agent").store();

      JsonPath operation = machine.run("provision");

      assertThat(operation.getString("error")).contains("check: the disk of", "8 MiB free");
      assertThat(operation.getString("advice")).contains("Make room");
    }
  }

  /** There is space, but no room for another file: only writing shows it. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void a_disk_that_is_full_when_it_is_written_is_told_and_healed_by_the_next_time(int files)
      throws Exception {
    try (SmallDisk disk = SmallDisk.mount("size=100m,nr_inodes=" + files)) {
      machine = TestMachine.bare().with("directory", disk.folder() + "/agent").store();

      JsonPath operation = machine.run("provision");

      assertThat(operation.getString("error")).contains("upload:");
      assertThat(operation.getString("advice")).contains("full");
      disk.remount("size=100m,nr_inodes=1000");
      machine.succeed("provision");
      machine.succeed("uninstall");
    }
  }

  @Test
  void no_address_of_the_server_is_told() {
    machine = TestMachine.bare().with("server_url", null).store();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error")).contains("at which address");
    assertThat(operation.getString("advice")).contains("LAAS_PUBLIC_URL");
  }

  @Test
  void an_agent_that_cannot_reach_the_server_is_told_with_its_last_words() {
    machine = TestMachine.bare().with("server_url", "http://127.0.0.1:9").store();

    JsonPath operation = machine.run("provision");

    assertThat(operation.getString("error")).contains("online: the agent is not online after");
    assertThat(operation.getString("advice")).contains("http://127.0.0.1:9");
    assertThat(TestMachine.output(operation, "online")).contains("ended with 3");
    machine.succeed("uninstall");
  }
}
