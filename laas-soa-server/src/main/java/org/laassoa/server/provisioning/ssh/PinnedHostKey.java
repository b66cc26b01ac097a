package org.laassoa.server.provisioning.ssh;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.HostKey;

/** Accepts one key of a host: the pinned one, or on the first contact the one that it shows. */
final class PinnedHostKey extends ReadOnlyHostKeys {
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
}
