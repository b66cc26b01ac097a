package org.laassoa.server.provisioning;

import org.laassoa.server.provisioning.ssh.SshFailure;

/** What keeps the agent running on a machine. */
sealed interface AgentService permits SystemdService, SupervisedService {

  /** Installs it or brings it up to date; what runs goes on. */
  void install(Visit visit) throws StepFailure, SshFailure, InterruptedException;

  /** Starts the agent, if it does not run. */
  void start(Visit visit) throws StepFailure, SshFailure, InterruptedException;

  /** The agent's process id, or an empty text when it does not run. */
  String pid(Visit visit) throws SshFailure, InterruptedException;

  /** Ends the agent by SIGTERM and waits for it. */
  void stop(Visit visit) throws StepFailure, SshFailure, InterruptedException;

  /** Removes it; the agent has been stopped. */
  void remove(Visit visit) throws StepFailure, SshFailure, InterruptedException;

  /** Its state and the agent's last words. */
  String lastWords(Visit visit) throws SshFailure, InterruptedException;
}
