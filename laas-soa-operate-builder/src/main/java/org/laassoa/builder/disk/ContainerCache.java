package org.laassoa.builder.disk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/** The agent's containers in which nothing runs any more, of builds that are over. */
public final class ContainerCache implements CacheStore {

  private final ContainerEngine engine;
  private final WorkspaceLocks locks;

  /** The agent's containers on an engine. */
  public ContainerCache(ContainerEngine engine, WorkspaceLocks locks) {
    this.engine = engine;
    this.locks = locks;
  }

  @Override
  public Cache cache() {
    return Cache.CONTAINERS;
  }

  @Override
  public List<CacheEntry> entries() {
    return engine.containers().stream()
        .filter(container -> !container.running())
        .map(container -> new CacheEntry(this, container.name(), container.created()))
        .toList();
  }

  /** Engines reckon it only on demand, and for long; what scripts write is in mounted folders. */
  @Override
  public long bytes(CacheEntry entry) {
    return 0;
  }

  @Override
  public Optional<String> remove(CacheEntry entry) {
    Optional<Instant> oldest = locks.oldest();
    if (oldest.isPresent() && !entry.lastUsed().plusSeconds(1).isBefore(oldest.get())) {
      return Optional.of("it may be a running build's");
    }
    return engine.discardContainer(entry.name());
  }
}
