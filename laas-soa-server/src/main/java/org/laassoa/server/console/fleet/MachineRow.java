package org.laassoa.server.console.fleet;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.MachineView;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;

/**
 * A machine as pages show it.
 *
 * @param machine what is configured, and what was found on it
 * @param agent its agent, or null before it has joined
 * @param last what was done on it last, or null
 */
record MachineRow(MachineView machine, @Nullable AgentRow agent, @Nullable OperationView last) {

  /** How it is. */
  public MachineCondition condition() {
    return MachineCondition.of(machine, agent, last);
  }

  /** Whether something is being done on it; then nothing else can be begun. */
  public boolean isBusy() {
    return last != null && last.state() == OperationState.RUNNING;
  }

  /** Where its SSH server is. */
  public String sshAddress() {
    return machine.address() + ":" + machine.port();
  }

  /** Account, address and port, as a command line would have it. */
  public String login() {
    return machine.username() + "@" + machine.address() + ":" + machine.port();
  }
}
