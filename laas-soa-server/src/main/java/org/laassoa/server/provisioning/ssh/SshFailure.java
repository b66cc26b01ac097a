package org.laassoa.server.provisioning.ssh;

import org.laassoa.server.machine.MachineFailure;

/** A session that could not be had, or was lost; the message is for the people who asked for it. */
public final class SshFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient MachineFailure failure;

  /** A failure, in English as the message. */
  public SshFailure(MachineFailure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** What it was. */
  public MachineFailure failure() {
    return failure;
  }
}
