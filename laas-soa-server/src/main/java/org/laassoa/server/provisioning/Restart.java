package org.laassoa.server.provisioning;

import org.laassoa.server.provisioning.ssh.SshFailure;

/** Starts the agent afresh; its builds go on. */
final class Restart implements Step {

  @Override
  public String name() {
    return "restart";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    Start.undoStop(visit);
    String pid = visit.service().pid(visit);
    if (pid.isEmpty()) {
      visit.restarted();
      visit.service().start(visit);
      visit.say("it did not run; started");
    } else {
      HangUp.andAwaitNext(visit, pid);
    }
  }
}
