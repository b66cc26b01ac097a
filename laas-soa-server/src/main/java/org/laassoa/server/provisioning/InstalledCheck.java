package org.laassoa.server.provisioning;

import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;

/** Goes on only where an agent is installed. */
final class InstalledCheck implements Step {

  @Override
  public String name() {
    return "find";
  }

  @Override
  public void run(Visit visit) throws StepFailure {
    String version = visit.facts().agent();
    if (version == null) {
      throw new StepFailure(
          MachineFailure.of(FailureCode.NOT_INSTALLED)
              .with("directory", visit.facts().directory()));
    }
    visit.say("installed: version " + version);
  }
}
