package org.laassoa.server.provisioning.ssh;

import org.laassoa.server.machine.MachineSpec;

/** Signs in on machines. */
@FunctionalInterface
public interface SshConnector {

  /**
   * Signs in on a machine. When it has another host key than the pinned one, nothing is sent to it.
   *
   * @throws SshFailure when that is not possible
   */
  SshSession connect(MachineSpec machine) throws SshFailure;
}
