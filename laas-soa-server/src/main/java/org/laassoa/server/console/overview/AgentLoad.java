package org.laassoa.server.console.overview;

import java.util.Comparator;
import java.util.List;
import org.laassoa.server.agent.AgentView;

/**
 * How much an agent has to do.
 *
 * @param agent it
 * @param state {@code online}, {@code drained} or {@code offline}
 * @param percent of its capacity, 0 to 100
 */
public record AgentLoad(AgentView agent, String state, int percent) {

  private static final int ALL = 100;

  static AgentLoad of(AgentView agent) {
    String state =
        !agent.online() ? "offline" : agent.wanted().equals("work") ? "online" : "drained";
    int percent = agent.capacity() <= 0 ? 0 : ALL * agent.holding() / agent.capacity();
    return new AgentLoad(agent, state, Math.min(ALL, percent));
  }

  /** The agents with the busiest first and those that are offline last. */
  static List<AgentLoad> of(List<AgentView> agents, int most) {
    return agents.stream()
        .map(AgentLoad::of)
        .sorted(
            Comparator.comparing((AgentLoad load) -> load.state().equals("offline"))
                .thenComparing(AgentLoad::percent, Comparator.reverseOrder())
                .thenComparing(load -> load.agent().name()))
        .limit(most)
        .toList();
  }
}
