package org.laassoa.server.provisioning;

import org.laassoa.server.provisioning.ssh.SshFailure;

/** Ends the agent: it hands back what it cannot finish in its grace time. */
final class Stop implements Step {

  @Override
  public String name() {
    return "stop";
  }

  @Override
  public void run(Visit visit) throws StepFailure, SshFailure, InterruptedException {
    boolean runs = !visit.service().pid(visit).isEmpty();
    visit.service().stop(visit);
    visit.say(runs ? "stopped" : "it did not run");
  }
}
