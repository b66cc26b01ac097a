package org.laassoa.server.provisioning;

import org.laassoa.server.provisioning.ssh.SshFailure;

/**
 * A part of an operation. Each can be broken off anywhere and done again: what is there is looked
 * at first, and what others read appears by a rename.
 */
interface Step {

  /** Its name in the API, a verb. */
  String name();

  /**
   * Does it.
   *
   * @throws StepFailure when it cannot be done
   * @throws SshFailure when there is no connection, or not any more
   */
  void run(Visit visit) throws StepFailure, SshFailure, InterruptedException;
}
