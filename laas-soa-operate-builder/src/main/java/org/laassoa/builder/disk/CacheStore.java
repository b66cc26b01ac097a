package org.laassoa.builder.disk;

import java.util.List;
import java.util.Optional;
import org.laassoa.wire.Cache;

/** What the agent keeps of one kind. For one thread. */
public sealed interface CacheStore
    permits WorkspaceCache, DependencyLibCache, ImageCache, ContainerCache {

  /** Which cache it is. */
  Cache cache();

  /** What it keeps, in no order. */
  List<CacheEntry> entries();

  /** How many bytes an entry takes, as far as can be told. */
  long bytes(CacheEntry entry);

  /**
   * Removes an entry, unless a build uses it.
   *
   * @return why it stays; nothing when it is gone
   */
  Optional<String> remove(CacheEntry entry);
}
