package org.laassoa.builder.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/** The checkouts of branches and parent images, each with what its builds have made. */
public final class WorkspaceCache implements CacheStore {

  private final AgentRoot root;
  private final WorkspaceLocks locks;

  /** Sizes that hold until the workspace is used again: to measure one is to read all of it. */
  private final Map<Path, Measured> measured = new HashMap<>();

  private record Measured(Instant lastUsed, long bytes) {}

  /** The workspaces of an agent. */
  public WorkspaceCache(AgentRoot root, WorkspaceLocks locks) {
    this.root = root;
    this.locks = locks;
  }

  @Override
  public Cache cache() {
    return Cache.WORKSPACES;
  }

  @Override
  public List<CacheEntry> entries() {
    List<Workspace> kept = root.keptWorkspaces();
    measured.keySet().retainAll(kept.stream().map(Workspace::directory).toList());
    return kept.stream()
        .map(
            workspace ->
                new CacheEntry(
                    this,
                    root.root().relativize(workspace.directory()).toString(),
                    workspace.lastUsed()))
        .toList();
  }

  @Override
  public long bytes(CacheEntry entry) {
    Path directory = root.root().resolve(entry.name());
    Measured known = measured.get(directory);
    if (known == null || !known.lastUsed().equals(entry.lastUsed())) {
      known = new Measured(entry.lastUsed(), FolderSize.of(directory));
      measured.put(directory, known);
    }
    return known.bytes();
  }

  @Override
  public Optional<String> remove(CacheEntry entry) {
    Workspace workspace = new Workspace(root.root().resolve(entry.name()));
    Optional<WorkspaceLocks.Held> lock = locks.tryAcquire(workspace);
    if (lock.isEmpty()) {
      return Optional.of("a build is in it");
    }
    try (WorkspaceLocks.Held held = lock.get()) {
      FileTree.delete(workspace.directory());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("it cannot be removed: " + e);
    }
  }
}
