package org.laassoa.server.provisioning.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.HostKey;

/** Accepts one key of a host: the pinned one, or on the first contact the one that it shows. */
final class PinnedHostKey implements HostKeyRepository {
  private final @Nullable HostKey pinned;
  private volatile @Nullable HostKey shown;

  PinnedHostKey(@Nullable HostKey pinned) {
    this.pinned = pinned;
  }

  /** The key that the host has shown, or null before that. */
  @Nullable HostKey shown() {
    return shown;
  }

  /** Whether the host has shown a key that is not the pinned one. */
  boolean changed() {
    return pinned != null && shown != null && !pinned.equals(shown);
  }

  @Override
  public int check(String host, byte[] key) {
    shown = HostKey.of(key);
    return pinned == null || Objects.equals(pinned, shown) ? OK : CHANGED;
  }

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
