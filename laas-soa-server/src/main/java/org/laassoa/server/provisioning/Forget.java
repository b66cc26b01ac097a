package org.laassoa.server.provisioning;

/** Removes the agent from the server: its token is refused from now on. */
final class Forget implements Step {

  @Override
  public String name() {
    return "forget";
  }

  @Override
  public void run(Visit visit) {
    visit.tools().agents().removeOfMachine(visit.machine().id());
    visit.say("the agent is not known any more");
  }
}
