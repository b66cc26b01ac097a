package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.JSchException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.laassoa.server.machine.MachineSpec;
import org.laassoa.server.machine.SshHost;

/** Says in words why a machine could not be signed in on. */
final class ConnectFailures {

  private ConnectFailures() {}

  /** Why one could not sign in. */
  static SshFailure of(JSchException failure, MachineSpec machine, PinnedHostKey hostKey) {
    if (hostKey.changed()) {
      return changed(machine.host(), hostKey);
    }
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Auth ") || message.contains("Too many authentication failures")) {
      return refused(machine, message);
    }
    return of(failure, machine.host());
  }

  /** Why there is no session at all. */
  static SshFailure of(JSchException failure, SshHost host) {
    String where = host.address() + " port " + host.port();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return new SshFailure(
            "no host is known by the name " + host.address(),
            "Check the machine's \"address\", and the name service of the server.");
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return new SshFailure(
            "nothing answers at " + where,
            "Check \"address\" and \"port\", that sshd runs there, and the firewalls between.");
      }
    }
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("timeout")) {
      return new SshFailure(
          where + " does not answer in time",
          "Check \"address\" and \"port\", and the firewalls between.");
    }
    return new SshFailure(
        "no SSH session with " + where + ": " + message,
        "Check that an SSH server answers there, and look into its log.");
  }

  private static SshFailure changed(SshHost host, PinnedHostKey hostKey) {
    return new SshFailure(
        "the host key has changed: pinned is %s, but the host shows %s; nothing was sent to it"
            .formatted(host.hostKey(), hostKey.shown()),
        "Somebody may stand between. If the host was installed afresh, compare with ssh-keygen -lf"
            + " on it, then DELETE /api/machines/"
            + host.machine()
            + "/host-key.");
  }

  /** The library's words end with the ways that the host would have taken. */
  private static SshFailure refused(MachineSpec machine, String message) {
    String with = machine.login().privateKey() == null ? "password" : "key";
    return new SshFailure(
        "the host refuses to let %s in by its %s (%s)"
            .formatted(machine.login().username(), with, message),
        with.equals("key")
            ? "Check \"username\", and that the key is in its ~/.ssh/authorized_keys."
            : "Check \"username\" and \"password\", and that sshd allows passwords.");
  }
}
