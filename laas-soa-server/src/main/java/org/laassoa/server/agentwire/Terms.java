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
 * @param care what it takes at any time, since it is about the agent itself
 * @param stop whether it is to end when it holds nothing any more
 */
record Terms(AgentPolicy policy, Offer builds, Offer care, boolean stop) {

  private static final Set<ActionType> CARE = EnumSet.of(ActionType.CLEAN, ActionType.DIAGNOSE);

  /**
   * Judges a poll.
   *
   * @param address where the agent polls from
   */
  static Terms of(Agent agent, Poll poll, String address, AgentPolicy policy) {
    Set<ActionType> types = EnumSet.copyOf(poll.types());
    types.retainAll(policy.allowed(address).types());
    Wanted wanted = policy.wanted(agent.id());
    if (!poll.supported() || wanted == Wanted.STOP) {
      types.clear();
    }
    Set<ActionType> care = EnumSet.copyOf(types);
    care.retainAll(CARE);
    types.removeAll(CARE);
    if (wanted == Wanted.DRAIN) {
      types.clear();
    }
    Set<String> labels = new HashSet<>(poll.about().labels());
    Set<String> own = Set.of(Lane.agentLabel(agent.id()));
    labels.addAll(own);
    return new Terms(policy, new Offer(types, labels), new Offer(care, own), wanted == Wanted.STOP);
  }
}
