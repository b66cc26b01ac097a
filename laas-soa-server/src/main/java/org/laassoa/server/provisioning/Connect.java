package org.laassoa.server.provisioning;

import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.provisioning.ssh.SshFailure;
import org.laassoa.server.provisioning.ssh.SshSession;

/** Signs in; the host key of the first contact is pinned before anything else is done. */
final class Connect implements Step {

  @Override
  public String name() {
    return "connect";
  }

  @Override
  public void run(Visit visit) throws SshFailure {
    MachineSpec machine = visit.machine();
    SshSession session = visit.tools().connector().connect(machine);
    visit.connected(session);
    if (machine.host().hostKey() == null) {
      visit.tools().machines().pin(machine.id(), session.hostKey());
      visit.say("host key pinned: " + session.hostKey());
    } else {
      visit.say("host key as pinned: " + session.hostKey());
    }
    visit.say("signed in as " + machine.login().username());
  }
}
