package org.laassoa.server.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.server.agent.AgentView;

class AgentConditionTest {

  @ParameterizedTest
  @CsvSource({
    "true,  work,  0, ONLINE",
    "true,  work,  2, ONLINE",
    "true,  drain, 0, DRAINED",
    "true,  drain, 1, DRAINING",
    "true,  stop,  1, STOPPING",
    "false, work,  1, OFFLINE",
    "false, drain, 0, OFFLINE",
    "false, stop,  0, STOPPED"
  })
  void it_follows_from_what_is_heard_and_what_is_wanted(
      boolean online, String wanted, int holding, AgentCondition expected) {
    assertThat(AgentCondition.of(agent(online, wanted, holding, "0.1.0", null)))
        .isEqualTo(expected);
  }

  @Test
  void what_keeps_it_from_work_counts_when_it_shall_work() {
    assertThat(AgentCondition.of(agent(true, "work", 0, "9.0.0", "the disk is full")))
        .isEqualTo(AgentCondition.OUTDATED);
    assertThat(AgentCondition.of(agent(true, "work", 0, "0.1.0", "the disk is full")))
        .isEqualTo(AgentCondition.PAUSED);
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 0", "1, 4, 25", "2, 3, 67", "4, 4, 100", "5, 4, 100", "1, 0, 0"})
  void a_bar_is_filled_by_what_it_has(int holding, int capacity, int percent) {
    assertThat(new Load(holding, capacity).percent()).isEqualTo(percent);
  }

  private static AgentView agent(
      boolean online, String wanted, int holding, String version, @Nullable String notTaking) {
    return new AgentView(
        1,
        "one",
        List.of(),
        4,
        version,
        "docker",
        "192.0.2.1",
        null,
        online,
        holding,
        "poll",
        notTaking,
        List.of(),
        null,
        wanted,
        new AgentView.Effective(List.of("build"), null, null, null));
  }
}
