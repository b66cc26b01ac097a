package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What agents do and have done. */
@ApplicationScoped
public class AgentBuilds {
  private final BuildStore store;

  AgentBuilds(BuildStore store) {
    this.store = store;
  }

  /**
   * What an agent has or had last, newest first; of all that was done lately, not of all times.
   *
   * @param agentId its number
   * @param most how many at most
   */
  public List<BuildView> newest(long agentId, int most) {
    return store.ofAgent(agentId, most);
  }
}
