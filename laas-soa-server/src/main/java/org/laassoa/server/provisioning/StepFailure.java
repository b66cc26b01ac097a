package org.laassoa.server.provisioning;

import org.laassoa.server.machine.MachineFailure;

/** A step that could not be done; the message is for the people who asked for it. */
final class StepFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient MachineFailure failure;

  /** A failure, in English as the message. */
  StepFailure(MachineFailure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** What it was. */
  MachineFailure failure() {
    return failure;
  }
}
