package org.laassoa.builder.disk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/** All that the agent keeps, and its removal, least recently used first. Safe for many threads. */
public final class Caches {

  private static final Logger LOG = Logger.getLogger(Caches.class);

  private final List<CacheStore> stores;

  private Caches(List<CacheStore> stores) {
    this.stores = stores;
  }

  /** What an agent of that folder keeps there and on its engine. */
  public static Caches of(AgentRoot root, WorkspaceLocks locks, Executor executor) {
    List<CacheStore> stores = new ArrayList<>();
    for (Cache cache : Cache.values()) {
      store(cache, root, locks, executor.engine()).ifPresent(stores::add);
    }
    return new Caches(List.copyOf(stores));
  }

  private static Optional<CacheStore> store(
      Cache cache, AgentRoot root, WorkspaceLocks locks, Optional<ContainerEngine> engine) {
    return switch (cache) {
      case WORKSPACES -> Optional.of(new WorkspaceCache(root, locks));
      case DEPENDENCY_LIB -> Optional.of(new DependencyLibCache(root.dependencyLib(), locks));
      case IMAGES -> engine.map(one -> new ImageCache(one, locks));
      case CONTAINERS -> engine.map(one -> new ContainerCache(one, locks));
    };
  }

  /** How many bytes a cache has. */
  synchronized long bytes(Cache cache) {
    return entries(cache::equals).stream().mapToLong(entry -> entry.store().bytes(entry)).sum();
  }

  /** What each cache has, a line each. */
  public synchronized List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (CacheStore store : stores) {
      List<CacheEntry> entries = entries(store.cache()::equals);
      long bytes = entries.stream().mapToLong(store::bytes).sum();
      lines.add(store.cache().wireName() + ": " + entries.size() + ", " + ByteSize.words(bytes));
    }
    return lines;
  }

  /** What becomes of an entry. */
  interface Report {

    /** It is gone. */
    void removed(CacheEntry entry, long bytes);

    /** It stays, for that reason. */
    void kept(CacheEntry entry, String why);
  }

  /**
   * Removes entries, least recently used first.
   *
   * @param of the caches that may be touched
   * @param enough asked before each removal with the bytes removed so far
   */
  synchronized void remove(Set<Cache> of, Predicate<Long> enough, Report report) {
    long removed = 0;
    List<CacheEntry> entries = new ArrayList<>(entries(of::contains));
    entries.sort(Comparator.comparing(CacheEntry::lastUsed));
    for (CacheEntry entry : entries) {
      if (Thread.currentThread().isInterrupted() || enough.test(removed)) {
        return;
      }
      long bytes = entry.store().bytes(entry);
      Optional<String> why = entry.store().remove(entry);
      if (why.isEmpty()) {
        removed += bytes;
        report.removed(entry, bytes);
      } else {
        report.kept(entry, why.get());
      }
    }
  }

  private List<CacheEntry> entries(Predicate<Cache> wanted) {
    List<CacheEntry> entries = new ArrayList<>();
    for (CacheStore store : stores) {
      if (wanted.test(store.cache())) {
        try {
          entries.addAll(store.entries());
        } catch (RuntimeException e) {
          LOG.warnf(e, "The cache %s cannot be looked at", store.cache().wireName());
        }
      }
    }
    return entries;
  }
}
