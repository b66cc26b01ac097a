package org.laassoa.server.console.fleet;

import java.util.List;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.provisioning.OperationFailure;
import org.laassoa.server.provisioning.OperationKind;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;

/**
 * All that the page of an operation shows.
 *
 * @param operation what is done
 * @param steps its steps, those ahead too
 * @param row the machine that it is done on, as it is now
 */
record OperationDetails(OperationView operation, List<OperationStep> steps, MachineRow row) {

  static OperationDetails of(OperationView operation, List<String> names, MachineRow row) {
    return new OperationDetails(operation, OperationStep.of(operation, names), row);
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return operation.state() == OperationState.RUNNING;
  }

  /** Whether it was done to its end. */
  public boolean isDone() {
    return operation.state() == OperationState.SUCCEEDED;
  }

  /** Whether it could not be done. */
  public boolean isFailed() {
    return operation.state() == OperationState.FAILED;
  }

  /** Whether the host has shown another key than the pinned one: then trying again is no use. */
  public boolean isKeyChanged() {
    OperationFailure failure = operation.failure();
    return failure != null && failure.code().equals(FailureCode.HOST_KEY_CHANGED.wireName());
  }

  /** Whether the machine was looked at, and an agent can be brought there next. */
  public boolean leadsToInstallation() {
    return isDone()
        && operation.kind() == OperationKind.LOOK
        && row.agent() == null
        && !row.isBusy();
  }

  /** Whether an agent should be online now. */
  public boolean endsOnline() {
    return isDone()
        && row.agent() != null
        && switch (operation.kind()) {
          case PROVISION, UPGRADE, RESTART -> true;
          case LOOK, UNINSTALL, DIAGNOSE -> false;
        };
  }
}
