package org.laassoa.server.provisioning;

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
          "no agent is installed in " + visit.facts().directory(), "Provision the machine first.");
    }
    visit.say("installed: version " + version);
  }
}
