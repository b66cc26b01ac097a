package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.SshHost;

/**
 * Asks a host for its key without signing in: the key exchange is where a host shows its key and
 * proves that it owns it (RFC 4253, section 8), and the client leaves before it has asked for any
 * service. So no user name is sent, and nothing to sign in with.
 */
public final class FetchHostKey {
  /** JSch wants a name for a session; it would send it only when it signs in. */
  private static final String NOBODY = "nobody";

  /**
   * Fetches it.
   *
   * @param host is asked for a key of the pinned one's type first
   * @throws SshFailure when no SSH server answers there
   */
  public ShownHostKey from(SshHost host) throws SshFailure {
    Refusal keys = new Refusal();
    Session session = null;
    try {
      session = JschSessions.to(host, NOBODY, new JSch(), keys);
      session.connect(JschSessions.CONNECT_MILLIS);
      throw new IllegalStateException("JSch has gone on with a host key that was refused");
    } catch (JSchException e) {
      ShownHostKey shown = keys.shown;
      if (shown == null) {
        throw ConnectFailures.of(e, host);
      }
      return shown;
    } finally {
      if (session != null) {
        session.disconnect();
      }
    }
  }

  /** Keeps the key that it is asked about, and refuses it. */
  private static final class Refusal extends ReadOnlyHostKeys {
    private volatile @Nullable ShownHostKey shown;

    @Override
    public int check(String host, byte[] key) {
      shown = ShownHostKey.of(key);
      return NOT_INCLUDED;
    }
  }
}
