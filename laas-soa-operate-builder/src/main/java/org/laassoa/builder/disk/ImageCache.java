package org.laassoa.builder.disk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/**
 * The images that the agent has made, with names or without. One that was used since the oldest
 * running build has begun may be that build's: it was made, and its container comes only later.
 */
public final class ImageCache implements CacheStore {

  private final ContainerEngine engine;
  private final WorkspaceLocks locks;
  private final Map<String, ContainerEngine.Image> images = new HashMap<>();

  /** The agent's images on an engine. */
  public ImageCache(ContainerEngine engine, WorkspaceLocks locks) {
    this.engine = engine;
    this.locks = locks;
  }

  @Override
  public Cache cache() {
    return Cache.IMAGES;
  }

  @Override
  public List<CacheEntry> entries() {
    images.clear();
    engine.images().forEach(image -> images.put(image.name(), image));
    return images.values().stream()
        .map(image -> new CacheEntry(this, image.name(), image.lastUsed()))
        .toList();
  }

  @Override
  public long bytes(CacheEntry entry) {
    ContainerEngine.Image image = images.get(entry.name());
    return image == null ? 0 : image.bytes();
  }

  @Override
  public Optional<String> remove(CacheEntry entry) {
    ContainerEngine.Image image = images.get(entry.name());
    if (image != null && image.inUse()) {
      return Optional.of("a container uses it");
    }
    Optional<Instant> oldest = locks.oldest();
    if (oldest.isPresent() && !entry.lastUsed().isBefore(oldest.get())) {
      return Optional.of("a build that runs may need it");
    }
    return engine.discardImage(entry.name());
  }
}
