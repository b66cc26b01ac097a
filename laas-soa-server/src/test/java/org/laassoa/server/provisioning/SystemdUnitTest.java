package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitTest {
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

  @TempDir Path folder;

  @Test
  void systemd_understands_all_of_the_unit() throws IOException, InterruptedException {
    if (!Files.isExecutable(ANALYZE) && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("in CI nothing is skipped, but there is no systemd-analyze");
    }
    Assumptions.assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze");
    AgentFiles files = new AgentFiles(folder.toString());
    Path executable = Path.of(files.executable());
    Files.createDirectories(executable.getParent());
    Files.createFile(executable);
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path unit = folder.resolve("laas-agent.service");
    Files.writeString(unit, SystemdUnit.of(files, "root", "100 % of 注册表"));

    Process verify =
        new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", unit.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.lines().filter(line -> line.contains("laas-agent"))).isEmpty();
    assertThat(verify.waitFor()).as(said).isZero();
  }

  @Test
  void builds_outlive_the_agent_and_it_comes_back_unless_it_was_refused() {
    String unit = SystemdUnit.of(new AgentFiles("/opt/laas-agent"), "ops", "builder");

    assertThat(unit.lines())
        .contains(
            "User=ops",
            "ExecStart=/opt/laas-agent/current/laas-agent/bin/laas-agent"
                + " --config /opt/laas-agent/agent.properties",
            "KillMode=process",
            "Restart=on-failure",
            "RestartPreventExitStatus=2 3");
  }

  @Test
  void each_folder_has_a_unit_of_its_own() {
    assertThat(new AgentFiles("/opt/laas-agent").unit()).isEqualTo("laas-agent.service");
    assertThat(new AgentFiles("/srv/agent").unit()).isEqualTo("laas-agent-srv-agent.service");
  }
}
