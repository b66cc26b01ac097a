package org.laassoa.server.build;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;

/** Why a queued build waits: what each agent would say if it were asked to take it. */
final class WaitingReason {

  private static final int MOST_AGENTS = 5;

  private WaitingReason() {}

  /** The reason in words. */
  static String of(String actionType, List<AgentView> agents) {
    if (agents.isEmpty()) {
      return "no agent has joined yet";
    }
    if (agents.stream().anyMatch(agent -> refusal(agent, actionType) == null)) {
      return "an agent is about to take it";
    }
    String each =
        agents.stream()
            .limit(MOST_AGENTS)
            .map(agent -> agent.name() + " " + refusal(agent, actionType))
            .collect(Collectors.joining("; "));
    int more = agents.size() - MOST_AGENTS;
    return "waits for an agent: " + each + (more > 0 ? "; and " + more + " more" : "");
  }

  private static @Nullable String refusal(AgentView agent, String actionType) {
    if (!agent.online()) {
      return "is offline";
    }
    if (!agent.takes(actionType)) {
      return "does not take " + actionType;
    }
    if (agent.holding() >= agent.capacity()) {
      return "is busy with " + agent.holding() + " of " + agent.capacity();
    }
    return null;
  }
}
