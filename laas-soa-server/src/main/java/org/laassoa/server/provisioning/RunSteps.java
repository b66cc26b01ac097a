package org.laassoa.server.provisioning;

import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.provisioning.ssh.SshFailure;

/** Goes through the steps of an operation until one fails. */
final class RunSteps {
  private final ProvisioningTools tools;

  RunSteps(ProvisioningTools tools) {
    this.tools = tools;
  }

  /**
   * Works on a machine.
   *
   * @return how it ended
   * @throws InterruptedException when it was cut off; the connection has been closed
   */
  OperationEnd run(OperationKind kind, MachineSpec machine, Journal journal)
      throws InterruptedException {
    try (Visit visit = new Visit(machine, tools, journal)) {
      for (Step step : Recipe.of(kind)) {
        OperationEnd end = run(step, visit, journal);
        if (end instanceof OperationEnd.Failed) {
          return end;
        }
      }
      return new OperationEnd.Succeeded();
    }
  }

  private static OperationEnd run(Step step, Visit visit, Journal journal)
      throws InterruptedException {
    visit.begin(step.name());
    journal.started(step.name());
    try {
      step.run(visit);
      journal.succeeded(step.name());
      return new OperationEnd.Succeeded();
    } catch (StepFailure failure) {
      return failed(step, journal, failure.failure());
    } catch (SshFailure failure) {
      return failed(step, journal, failure.failure());
    }
  }

  private static OperationEnd failed(Step step, Journal journal, MachineFailure failure) {
    journal.failed(step.name(), failure.message());
    return new OperationEnd.Failed(step.name(), failure);
  }
}
