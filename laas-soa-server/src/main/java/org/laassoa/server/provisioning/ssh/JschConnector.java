package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.HostKey;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.machine.MachineLogin;
import org.laassoa.server.machine.MachineSpec;

/** Signs in with JSch. */
public final class JschConnector implements SshConnector {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);
  private static final int UNANSWERED = 3;

  @Override
  public SshSession connect(MachineSpec machine) throws SshFailure {
    PinnedHostKey hostKey = new PinnedHostKey(machine.host().hostKey());
    MachineLogin login = machine.login();
    if (login.password() == null && login.privateKey() == null) {
      throw new SshFailure(MachineFailure.of(FailureCode.NO_LOGIN));
    }
    JSch jsch = new JSch();
    addKey(jsch, login);
    Session session = null;
    try {
      session = session(jsch, machine, hostKey);
      session.connect(JschSessions.CONNECT_MILLIS);
      HostKey shown = hostKey.shown();
      if (shown == null) {
        throw new IllegalStateException("JSch has signed in without a check of the host key");
      }
      return new JschSession(session, shown, login.password());
    } catch (JSchException e) {
      if (session != null) {
        session.disconnect();
      }
      throw ConnectFailures.of(e, machine, hostKey);
    }
  }

  private static Session session(JSch jsch, MachineSpec machine, PinnedHostKey hostKey)
      throws JSchException {
    MachineLogin login = machine.login();
    Session session = JschSessions.to(machine.host(), login.username(), jsch, hostKey);
    session.setConfig("PreferredAuthentications", methods(login));
    session.setConfig("MaxAuthTries", "3");
    if (login.password() != null) {
      session.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
      session.setUserInfo(new PasswordAnswer(login.password()));
    }
    session.setServerAliveInterval((int) KEEP_ALIVE.toMillis());
    session.setServerAliveCountMax(UNANSWERED);
    return session;
  }

  private static String methods(MachineLogin login) {
    List<String> methods = new ArrayList<>();
    if (login.privateKey() != null) {
      methods.add("publickey");
    }
    if (login.password() != null) {
      methods.add("password");
      methods.add("keyboard-interactive");
    }
    return String.join(",", methods);
  }

  private static void addKey(JSch jsch, MachineLogin login) throws SshFailure {
    String key = login.privateKey();
    if (key == null) {
      return;
    }
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] passphrase = bytes(login.passphrase());
    try {
      KeyPair pair = KeyPair.load(jsch, bytes, null);
      boolean open = !pair.isEncrypted() || (passphrase != null && pair.decrypt(passphrase));
      pair.dispose();
      if (!open) {
        throw new SshFailure(
            MachineFailure.of(
                passphrase == null
                    ? FailureCode.PASSPHRASE_MISSING
                    : FailureCode.PASSPHRASE_WRONG));
      }
      jsch.addIdentity(login.username(), bytes, null, bytes(login.passphrase()));
    } catch (JSchException e) {
      throw new SshFailure(MachineFailure.of(FailureCode.KEY_UNREADABLE));
    }
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }
}
