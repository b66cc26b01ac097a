package org.laassoa.server.provisioning;

import java.time.Duration;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Removes what was installed, and the agent's own files; the folder only if nothing is left. */
final class Remove implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final String SCRIPT =
      """
      cd "$1" 2>/dev/null || exit 0
      rm -rf packages current current.new agent.properties agent.properties.new upload.part root \\
        agent.log agent.log.1 agent.pid supervisor.pid restart.wanted laas-agent*.service.new || exit 1
      cd /
      rmdir "$1" 2>/dev/null || { echo "left in $1, since it is not ours:"; ls -A "$1"; }
      """;

  @Override
  public String name() {
    return "remove";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    visit.service().remove(visit);
    visit.say(
        visit.require(
            visit.asRoot(RemoteCommand.of(SCRIPT, visit.files().directory())).within(LIMIT),
            MachineFailure.of(FailureCode.FILES_STAY)));
    visit.say("removed");
  }
}
