package org.laassoa.server.console.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.AgentExecutor;
import org.laassoa.server.machine.Become;
import org.laassoa.server.machine.MachineView;
import org.laassoa.wire.ActionType;

/**
 * The form of a machine.
 *
 * @param machine the machine to change, or null for a new one
 * @param etag the version to change, or null for a new one
 * @param ready what of the server's settings it needs
 */
public record MachineForm(@Nullable MachineView machine, @Nullable String etag, Readiness ready) {
  private static final int SSH_PORT = 22;

  /** The form of a new one. */
  public static MachineForm empty(Readiness ready) {
    return new MachineForm(null, null, ready);
  }

  static MachineForm of(MachineDetails details) {
    return new MachineForm(details.machine(), details.etag(), details.ready());
  }

  /** Whether there is none yet. */
  public boolean isNew() {
    return machine == null;
  }

  /** The name, empty for a new one. */
  public String name() {
    return machine == null ? "" : machine.name();
  }

  /** What is written about it. */
  public String description() {
    return machine == null ? "" : machine.description();
  }

  /** Where it is. */
  public String address() {
    return machine == null ? "" : machine.address();
  }

  /** The port of its SSH server. */
  public int port() {
    return machine == null ? SSH_PORT : machine.port();
  }

  /** The account. */
  public String username() {
    return machine == null ? "" : machine.username();
  }

  /** Whether a password is stored. */
  public boolean hasPassword() {
    return machine != null && machine.hasPassword();
  }

  /** Whether a private key is stored. */
  public boolean hasPrivateKey() {
    return machine != null && machine.hasPrivateKey();
  }

  /** Whether the key's passphrase is stored. */
  public boolean hasPassphrase() {
    return machine != null && machine.hasPassphrase();
  }

  /** Whether it becomes root by sudo. */
  public boolean sudo() {
    return machine != null && machine.become() == Become.SUDO;
  }

  /** Where the agent is, empty for what is usual. */
  public String directory() {
    return machine == null ? "" : Objects.requireNonNullElse(machine.directory(), "");
  }

  /** The agent's name where it is not the machine's. */
  public String agentName() {
    return machine == null || machine.agentName().equals(machine.name()) ? "" : machine.agentName();
  }

  /** How many builds at once. */
  public int capacity() {
    return machine == null ? 1 : machine.capacity();
  }

  /** The labels, a line each. */
  public String labels() {
    return machine == null ? "" : String.join("\n", machine.labels());
  }

  /** What it may run scripts with. */
  public List<String> executors() {
    return Arrays.stream(AgentExecutor.values()).map(AgentExecutor::option).toList();
  }

  /** Whether it is to run scripts with that. */
  public boolean runsWith(String executor) {
    return (machine == null ? AgentExecutor.AUTO : machine.executor()).option().equals(executor);
  }

  /** The types of action that there are. */
  public List<String> actions() {
    return ActionType.wireNames();
  }

  /** Whether it was limited to types, this one among them. */
  public boolean takes(String type) {
    return machine != null && machine.actions().contains(type);
  }

  /** Where the machine reaches the server: what was said, or a guess where one must say. */
  public String serverUrl() {
    if (machine != null) {
      return Objects.requireNonNullElse(machine.serverUrl(), "");
    }
    return ready.address() == null ? ready.guess() : "";
  }
}
