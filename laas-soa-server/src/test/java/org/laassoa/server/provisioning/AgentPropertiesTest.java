package org.laassoa.server.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.laassoa.server.machine.AgentExecutor;
import org.laassoa.server.machine.AgentSettings;

class AgentPropertiesTest {
  private static final AgentFiles FILES = new AgentFiles("/opt/laas-agent");

  @Test
  void what_is_written_is_what_is_read() throws IOException {
    AgentSettings settings =
        new AgentSettings(
            " a\\b=c:注册表 #",
            3,
            List.of("build"),
            List.of("gpu", "zone=1"),
            AgentExecutor.DOCKER,
            null);

    Properties read = new Properties();
    read.load(new StringReader(AgentProperties.of(settings, "http://s:8080", FILES, "token")));

    assertThat(read)
        .containsEntry("name", " a\\b=c:注册表 #")
        .containsEntry("server", "http://s:8080")
        .containsEntry("join", "token")
        .containsEntry("capacity", "3")
        .containsEntry("actions", "build")
        .containsEntry("labels", "gpu,zone=1")
        .containsEntry("executor", "docker")
        .containsEntry("root", "/opt/laas-agent/root");
  }

  @Test
  void what_is_not_set_is_left_to_the_agent() {
    AgentSettings settings =
        new AgentSettings("a", 1, List.of(), List.of(), AgentExecutor.AUTO, null);

    assertThat(AgentProperties.of(settings, "http://s", FILES, null))
        .doesNotContain("join", "actions", "labels");
  }
}
