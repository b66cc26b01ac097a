package org.laassoa.server.console.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildView;
import org.laassoa.server.build.QueueOutlook;
import org.laassoa.server.build.Waiting;
import org.laassoa.server.build.Waiting.Refusal;

class ExplainWaitingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void agents_that_could_take_it_come_first_each_with_what_its_reason_is_about() {
    List<AgentView> agents =
        List.of(agent(1, "away", 0), agent(2, "plain", 0), agent(3, "full", 2));

    ShownWaiting shown =
        explain(
            build(null),
            agents,
            new Refusal("away", "offline", "is offline"),
            new Refusal("plain", "labels", "lacks gpu"),
            new Refusal("full", "capacity", "is busy with 2 of 2"));

    assertThat(shown.agents())
        .containsExactly(
            new AgentAnswer(3, "full", "capacity", "2 / 2"),
            new AgentAnswer(1, "away", "offline", ""),
            new AgentAnswer(2, "plain", "labels", "gpu"));
    assertThat(shown.kind()).isEqualTo("busy");
  }

  @Test
  void where_no_agent_could_take_it_that_is_the_reason() {
    ShownWaiting shown =
        explain(
            build(null),
            List.of(agent(1, "away", 0)),
            new Refusal("away", "offline", "is offline"));

    assertThat(shown.kind()).isEqualTo("nobody");
    assertThat(shown.startKind()).isEqualTo("no_agent");
  }

  @Test
  void what_is_held_back_waits_for_its_project_whatever_agents_say() {
    ShownWaiting shown =
        explain(
            build("as many as it may"),
            List.of(agent(1, "free", 0)),
            new Refusal("free", "none", "is about to take it"));

    assertThat(shown.kind()).isEqualTo("held_back");
  }

  private static ShownWaiting explain(
      BuildView build, List<AgentView> agents, Refusal... refusals) {
    Waiting waiting = new Waiting("", 1, List.of(refusals));
    QueueOutlook outlook = new QueueOutlook(List.of(), List.of(), List.of());
    return ExplainWaiting.of(build, waiting, agents, outlook, NOW);
  }

  private static AgentView agent(long id, String name, int holding) {
    return new AgentView(
        id,
        name,
        List.of(),
        2,
        "1",
        "docker",
        null,
        NOW,
        true,
        holding,
        null,
        null,
        List.of(),
        null,
        "work",
        new AgentView.Effective(List.of("build"), null, null, null));
  }

  private static BuildView build(@Nullable String note) {
    return new BuildView(
        7,
        "build",
        "app",
        "branch",
        "main",
        Map.of(),
        "queued",
        null,
        0,
        2,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        NOW,
        null,
        null,
        0,
        null,
        null,
        null,
        "ann",
        0,
        List.of("gpu"),
        note,
        null,
        null,
        List.of());
  }
}
