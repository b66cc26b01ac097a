package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.JSchException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.machine.SshHost;

/** Says why a machine could not be signed in on. */
final class ConnectFailures {

  private ConnectFailures() {}

  /** Why one could not sign in. */
  static SshFailure of(JSchException failure, MachineSpec machine, PinnedHostKey hostKey) {
    if (hostKey.changed()) {
      return changed(machine.host(), hostKey);
    }
    String message = SaidByLibrary.of(failure);
    if (message.startsWith("Auth ") || message.contains("Too many authentication failures")) {
      return refused(machine, message);
    }
    return of(failure, machine.host());
  }

  /** Why there is no session at all. */
  static SshFailure of(JSchException failure, SshHost host) {
    String said = SaidByLibrary.of(failure);
    return new SshFailure(
        MachineFailure.of(code(failure, said))
            .with("address", host.address())
            .with("port", host.port())
            .with("said", said));
  }

  private static FailureCode code(JSchException failure, String said) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return FailureCode.HOST_UNKNOWN;
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return FailureCode.NOTHING_ANSWERS;
      }
    }
    return said.startsWith("timeout") ? FailureCode.NO_ANSWER_IN_TIME : FailureCode.NO_SESSION;
  }

  private static SshFailure changed(SshHost host, PinnedHostKey hostKey) {
    return new SshFailure(
        MachineFailure.of(FailureCode.HOST_KEY_CHANGED)
            .with("machine", host.machine())
            .with("pinned", String.valueOf(host.hostKey()))
            .with("shown", String.valueOf(hostKey.shown())));
  }

  /** The library's words end with the ways that the host would have taken. */
  private static SshFailure refused(MachineSpec machine, String message) {
    boolean byPassword = machine.login().privateKey() == null;
    return new SshFailure(
        MachineFailure.of(byPassword ? FailureCode.PASSWORD_REFUSED : FailureCode.KEY_REFUSED)
            .with("account", machine.login().username())
            .with("said", message));
  }
}
