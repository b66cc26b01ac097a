package org.laassoa.server.console.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.agent.AgentView;

/**
 * The agents that join while somebody waits for them.
 *
 * @param joined those that have, newest first
 * @param after the number of the newest one that was there before
 * @param address where an agent reaches this server
 */
public record JoiningAgents(List<AgentRow> joined, long after, String address) {

  /**
   * Those that have joined since.
   *
   * @param all all agents there are
   * @param after as above, or null when the waiting begins now
   */
  public static JoiningAgents of(List<AgentView> all, @Nullable Long after, String address) {
    long newest = all.stream().mapToLong(AgentView::id).max().orElse(0);
    long known = after == null ? newest : after;
    List<AgentRow> joined =
        all.reversed().stream().filter(agent -> agent.id() > known).map(AgentRow::of).toList();
    return new JoiningAgents(joined, known, address);
  }
}
