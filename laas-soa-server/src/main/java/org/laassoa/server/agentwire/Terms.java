package org.laassoa.server.agentwire;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.laassoa.server.action.Lane;
import org.laassoa.server.action.Offer;
import org.laassoa.server.agent.Agent;
import org.laassoa.server.agent.AgentPolicy;
import org.laassoa.server.agent.Wanted;
import org.laassoa.wire.ActionType;

/**
 * What an agent would be given: what it asks for, within what it is allowed.
 *
 * @param policy by what it was judged
 * @param builds what it takes while it has room
 * @param maintenance what it takes at any time, since it is about the agent itself
 * @param stop whether it is to end when it holds nothing any more
 */
record Terms(AgentPolicy policy, Offer builds, Offer maintenance, boolean stop) {

  /**
   * Judges a poll.
   *
   * @param address where the agent polls from
   */
  static Terms of(Agent agent, Poll poll, String address, AgentPolicy policy) {
    Wanted wanted = policy.wanted(agent.id());
    Set<ActionType> allowed = policy.allowed(address).types();
    Set<ActionType> builds = EnumSet.noneOf(ActionType.class);
    Set<ActionType> maintenance = EnumSet.noneOf(ActionType.class);
    for (ActionType type : poll.types()) {
      if (!poll.supported() || wanted == Wanted.STOP || !allowed.contains(type)) {
        continue;
      }
      if (!type.isBuild()) {
        maintenance.add(type);
      } else if (wanted == Wanted.WORK) {
        builds.add(type);
      }
    }
    Set<String> own = Set.of(Lane.agentLabel(agent.id()));
    return new Terms(
        policy,
        new Offer(builds, labels(poll, own)),
        new Offer(maintenance, own),
        wanted == Wanted.STOP);
  }

  /** There are thousands of agents, and most say nothing of themselves: those share one set. */
  private static Set<String> labels(Poll poll, Set<String> own) {
    if (poll.about().labels().isEmpty()) {
      return own;
    }
    Set<String> labels = new HashSet<>(poll.about().labels());
    labels.addAll(own);
    return Set.copyOf(labels);
  }
}
