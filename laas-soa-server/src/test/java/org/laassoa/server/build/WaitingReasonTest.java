package org.laassoa.server.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laassoa.server.agent.AgentView;
import org.laassoa.wire.ActionType;

class WaitingReasonTest {

  private static final WaitingReason.Wish BUILD = new WaitingReason.Wish("build", List.of());

  @Test
  void without_agents_it_says_so() {
    assertThat(WaitingReason.of(BUILD, List.of())).isEqualTo("no agent has joined yet");
  }

  @Test
  void each_agent_has_its_own_reason() {
    AgentView offline = agent("away", List.of(), 1, false, 0);
    AgentView other = agent("parents", List.of("build_parent_image"), 1, true, 0);
    AgentView busy = agent("busy", List.of(), 2, true, 2);

    String reason = WaitingReason.of(BUILD, List.of(offline, other, busy));

    assertThat(reason)
        .isEqualTo(
            "waits for an agent: away is offline; parents does not take build;"
                + " busy is busy with 2 of 2");
  }

  @Test
  void an_agent_with_room_is_about_to_take_it() {
    AgentView busy = agent("busy", List.of(), 1, true, 1);
    AgentView free = agent("free", List.of("build"), 1, true, 0);

    String reason = WaitingReason.of(BUILD, List.of(busy, free));

    assertThat(reason).isEqualTo("an agent is about to take it");
  }

  @Test
  void of_many_agents_only_some_are_named() {
    List<AgentView> agents =
        IntStream.range(0, 8).mapToObj(i -> agent("a" + i, List.of(), 1, false, 0)).toList();

    String reason = WaitingReason.of(BUILD, agents);

    assertThat(reason).endsWith("a4 is offline; and 3 more");
  }

  private static AgentView agent(
      String name, List<String> actions, int capacity, boolean online, int holding) {
    return new AgentView(
        1,
        name,
        actions,
        capacity,
        null,
        null,
        null,
        null,
        online,
        holding,
        null,
        null,
        List.of(),
        null,
        "work",
        new AgentView.Effective(ActionType.wireNames(), null, null, null));
  }
}
