package org.laassoa.server.build;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.laassoa.server.agent.AgentView;

/** Why a queued build waits: what each agent would say if it were asked to take it. */
final class WaitingReason {

  private static final int MOST_AGENTS = 100;
  private static final int NAMED = 5;

  private WaitingReason() {}

  /**
   * What a build wants of an agent.
   *
   * @param type its type of action
   * @param labels what the agent must have
   */
  record Wish(String type, List<String> labels) {
    static Wish of(BuildView build) {
      return new Wish(build.action(), build.requiredLabels());
    }
  }

  /**
   * The whole explanation.
   *
   * @param heldBack why it is not ready for any agent, or empty
   * @param before how many builds are handed out before it
   */
  static Waiting explain(Wish wish, List<AgentView> agents, String heldBack, int before) {
    return new Waiting(
        heldBack.isEmpty() ? of(wish, agents) : heldBack,
        before + 1,
        agents.stream().limit(MOST_AGENTS).map(agent -> refusal(agent, wish)).toList());
  }

  /** What it waits for most: of all agents' reasons the one that is nearest to being taken. */
  static WaitKind kind(Wish wish, List<AgentView> agents) {
    return agents.stream()
        .map(agent -> kindOf(refusal(agent, wish)))
        .min(Comparator.naturalOrder())
        .orElse(WaitKind.NO_AGENT);
  }

  private static WaitKind kindOf(Waiting.Refusal refusal) {
    return refusal.kind().equals("none")
        ? WaitKind.SOON
        : refusal.kind().equals("capacity")
            ? WaitKind.BUSY
            : WaitKind.valueOf(refusal.kind().toUpperCase(Locale.ROOT));
  }

  /** The reason in words. */
  static String of(Wish wish, List<AgentView> agents) {
    if (agents.isEmpty()) {
      return "no agent has joined yet";
    }
    List<Waiting.Refusal> refusals = agents.stream().map(agent -> refusal(agent, wish)).toList();
    if (refusals.stream().anyMatch(refusal -> refusal.kind().equals("none"))) {
      return "an agent is about to take it";
    }
    String each =
        refusals.stream()
            .limit(NAMED)
            .map(refusal -> refusal.name() + " " + refusal.reason())
            .collect(Collectors.joining("; "));
    int more = agents.size() - NAMED;
    return "waits for an agent: " + each + (more > 0 ? "; and " + more + " more" : "");
  }

  private static Waiting.Refusal refusal(AgentView agent, Wish wish) {
    if (!agent.online()) {
      return new Waiting.Refusal(agent.name(), "offline", "is offline");
    }
    if (!agent.supported()) {
      return new Waiting.Refusal(
          agent.name(), "version", "has version " + agent.version() + ", which is too old");
    }
    if (!agent.takes(wish.type())) {
      return new Waiting.Refusal(agent.name(), "type", "does not take " + wish.type());
    }
    if (!agent.mayTake(wish.type())) {
      return new Waiting.Refusal(
          agent.name(), "rule", "may not take " + wish.type() + ": " + agent.effective().reason());
    }
    List<String> lacking = agent.lacks(wish.labels());
    if (!lacking.isEmpty()) {
      return new Waiting.Refusal(agent.name(), "labels", "lacks " + String.join(" and ", lacking));
    }
    if (!agent.wanted().equals("work")) {
      return new Waiting.Refusal(agent.name(), "drained", "is being drained");
    }
    if (agent.notTaking() != null) {
      return new Waiting.Refusal(agent.name(), "disk", "takes nothing: " + agent.notTaking());
    }
    if (agent.holding() >= agent.capacity()) {
      return new Waiting.Refusal(
          agent.name(), "capacity", "is busy with " + agent.holding() + " of " + agent.capacity());
    }
    return new Waiting.Refusal(agent.name(), "none", "is about to take it");
  }
}
