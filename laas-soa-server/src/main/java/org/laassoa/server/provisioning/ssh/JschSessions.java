package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import org.laassoa.server.machine.HostKey;
import org.laassoa.server.machine.SshHost;

/** Makes sessions of JSch that accept the host keys of a repository, and no others. */
final class JschSessions {
  static final int CONNECT_MILLIS = 15_000;

  private JschSessions() {}

  /** A session that is not connected yet. */
  static Session to(SshHost host, String username, JSch jsch, HostKeyRepository keys)
      throws JSchException {
    Session session = jsch.getSession(username, host.address(), host.port());
    session.setHostKeyRepository(keys);
    session.setConfig("StrictHostKeyChecking", "yes");
    HostKey pinned = host.hostKey();
    if (pinned != null) {
      session.setConfig("server_host_key", preferred(session, pinned.type()));
    }
    session.setDaemonThread(true);
    return session;
  }

  /** A host has keys of several types: it is asked for the one that is pinned. */
  private static String preferred(Session session, String type) {
    String wanted = type.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : type;
    return wanted + "," + session.getConfig("server_host_key");
  }
}
