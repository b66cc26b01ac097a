package org.laassoa.server.provisioning;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.Become;
import org.laassoa.server.machine.MachineFacts;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.provisioning.ssh.CommandResult;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;
import org.laassoa.server.provisioning.ssh.SshSession;

/** One operation on one machine: what its steps have found so far, and how they reach it. */
final class Visit implements AutoCloseable {
  private static final int SHOWN_OF_AN_ERROR = 600;

  private final MachineSpec machine;
  private final ProvisioningTools tools;
  private final Journal journal;
  private final Redaction redaction;
  private String step = "";
  private @Nullable SshSession session;
  private @Nullable MachineFacts facts;
  private @Nullable AgentBinary binary;
  private boolean restarted;

  Visit(MachineSpec machine, ProvisioningTools tools, Journal journal) {
    this.machine = machine;
    this.tools = tools;
    this.journal = journal;
    this.redaction = new Redaction(machine.login());
  }

  MachineSpec machine() {
    return machine;
  }

  ProvisioningTools tools() {
    return tools;
  }

  /** What is said from now on is said by this step. */
  void begin(String name) {
    step = name;
  }

  /** Says something to those who follow the operation. */
  void say(String text) {
    if (!text.isBlank()) {
      journal.output(step, redaction.of(text.strip()) + "\n");
    }
  }

  void connected(SshSession open) {
    session = open;
  }

  SshSession session() {
    return Objects.requireNonNull(session, "connect comes first");
  }

  void looked(MachineFacts found) {
    facts = found;
  }

  MachineFacts facts() {
    return Objects.requireNonNull(facts, "look comes before");
  }

  AgentFiles files() {
    return new AgentFiles(facts().directory());
  }

  void chose(AgentBinary chosen) {
    binary = chosen;
  }

  AgentBinary binary() {
    return Objects.requireNonNull(binary, "check comes before");
  }

  /** Notes that the agent is started or restarted: it has to be heard from anew. */
  void restarted() {
    restarted = true;
  }

  boolean hasRestarted() {
    return restarted;
  }

  /** What keeps the agent running there. */
  AgentService service() {
    return facts().mayInstallUnits() ? new SystemdService(files()) : new SupervisedService(files());
  }

  CommandResult run(RemoteCommand command) throws SshFailure, InterruptedException {
    return session().run(command);
  }

  /** As it is, or by sudo where the login needs that to be root. */
  RemoteCommand asRoot(RemoteCommand command) {
    return machine.become() == Become.SUDO && !facts().root() ? command.byRoot() : command;
  }

  /**
   * Runs a command that must end well.
   *
   * @param failure what it is when it does not; it gets what the machine said
   * @return what it printed to standard output
   */
  String require(RemoteCommand command, MachineFailure failure)
      throws StepFailure, SshFailure, InterruptedException {
    CommandResult result = run(command);
    if (!result.succeeded()) {
      String said = redaction.of(result.text());
      throw new StepFailure(
          failure.with("said", said.substring(Math.max(0, said.length() - SHOWN_OF_AN_ERROR))));
    }
    return result.output().strip();
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
