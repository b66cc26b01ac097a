package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;

/** Host keys that the SSH library may compare with, and never changes. */
abstract class ReadOnlyHostKeys implements HostKeyRepository {

  @Override
  public void add(com.jcraft.jsch.HostKey key, UserInfo info) {
    throw new UnsupportedOperationException("keys are pinned by the server itself");
  }

  @Override
  public void remove(String host, String type) {
    throw new UnsupportedOperationException("a pinned key is removed by people only");
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    throw new UnsupportedOperationException("a pinned key is removed by people only");
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return "pinned";
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey() {
    return new com.jcraft.jsch.HostKey[0];
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey(String host, String type) {
    return new com.jcraft.jsch.HostKey[0];
  }
}
