package org.laassoa.server.console.fleet;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.MachineView;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;

/**
 * How a machine is.
 *
 * @param word by which its words are chosen
 * @param style the end of the name of its style, {@code state-…}
 */
public record MachineCondition(String word, String style) {
  private static final MachineCondition WORKING = new MachineCondition("working", "running");
  private static final MachineCondition NEW = new MachineCondition("new", "new");
  private static final MachineCondition BARE = new MachineCondition("bare", "bare");
  private static final MachineCondition FAILED = new MachineCondition("failed", "failed");

  /**
   * How that machine is.
   *
   * @param agent its agent, or null before it has joined
   * @param last what was done on it last, or null
   */
  static MachineCondition of(
      MachineView machine, @Nullable AgentRow agent, @Nullable OperationView last) {
    if (last != null && last.state() == OperationState.RUNNING) {
      return WORKING;
    }
    if (agent != null) {
      return new MachineCondition(agent.condition().word(), agent.condition().style());
    }
    if (last != null && last.state() == OperationState.FAILED) {
      return FAILED;
    }
    return machine.hostKey() == null ? NEW : BARE;
  }

  /** Whether it is its agent's condition. */
  public boolean isOfAgent() {
    return !equals(WORKING) && !equals(NEW) && !equals(BARE) && !equals(FAILED);
  }
}
