package org.laassoa.server.provisioning;

import org.laassoa.server.agent.Agents;
import org.laassoa.server.provisioning.ssh.RemoteCommand;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Starts the agent, or has one that runs make room for what is new. */
final class Start implements Step {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    undoStop(visit);
    String pid = visit.service().pid(visit);
    String stale = visit.files().stale();
    if (pid.isEmpty()) {
      visit.restarted();
      visit.service().start(visit);
      visit.say("started");
    } else if (visit.run(RemoteCommand.of("[ -e \"$1\" ]", stale)).succeeded()) {
      HangUp.andAwaitNext(visit, pid);
    } else {
      visit.say("runs already, with all that is there");
    }
    visit.run(RemoteCommand.of("rm -f \"$1\"", stale));
  }

  /** Who has an agent started wants it to run. */
  static void undoStop(Visit visit) {
    Agents agents = visit.tools().agents();
    boolean stopped =
        agents
            .ofMachine(visit.machine().id())
            .filter(agent -> agents.undoStop(agent.id()))
            .isPresent();
    if (stopped) {
      visit.say("it was told to stop; it works again from now on");
    }
  }
}
