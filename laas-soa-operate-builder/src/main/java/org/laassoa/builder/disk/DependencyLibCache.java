package org.laassoa.builder.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.Cache;

/**
 * What builds share, folder by folder: the files of a folder go together, as those of one version
 * of a library do. All builds use it, so nothing goes while any runs. A file counts as used when it
 * was read, as far as the file system notes that: once a day, as a rule.
 */
public final class DependencyLibCache implements CacheStore {

  private final Path folder;
  private final WorkspaceLocks locks;
  private final Map<String, Leaf> leaves = new HashMap<>();

  private record Leaf(Instant lastUsed, long bytes) {

    static Leaf of(BasicFileAttributes file) {
      Instant written = file.lastModifiedTime().toInstant();
      Instant read = file.lastAccessTime().toInstant();
      return new Leaf(written.isAfter(read) ? written : read, file.size());
    }

    Leaf and(Leaf other) {
      return new Leaf(
          lastUsed.isAfter(other.lastUsed) ? lastUsed : other.lastUsed, bytes + other.bytes);
    }
  }

  /** The caches below a folder. */
  public DependencyLibCache(Path folder, WorkspaceLocks locks) {
    this.folder = folder;
    this.locks = locks;
  }

  @Override
  public Cache cache() {
    return Cache.DEPENDENCY_LIB;
  }

  @Override
  public List<CacheEntry> entries() {
    leaves.clear();
    try {
      Files.walkFileTree(folder, new Finder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return leaves.entrySet().stream()
        .map(leaf -> new CacheEntry(this, leaf.getKey(), leaf.getValue().lastUsed()))
        .toList();
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String parent = folder.relativize(file).resolveSibling("").toString();
      leaves.merge(parent, Leaf.of(attributes), Leaf::and);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public long bytes(CacheEntry entry) {
    Leaf leaf = leaves.get(entry.name());
    return leaf == null ? 0 : leaf.bytes();
  }

  @Override
  public Optional<String> remove(CacheEntry entry) {
    Optional<WorkspaceLocks.Held> all = locks.tryAcquireAll();
    if (all.isEmpty()) {
      return Optional.of("a build runs, and all builds share it");
    }
    try (WorkspaceLocks.Held held = all.get()) {
      deleteFiles(folder.resolve(entry.name()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("it cannot be removed: " + e);
    }
  }

  /** The files, then the folders that have become empty by that. */
  private void deleteFiles(Path leaf) throws IOException {
    makeWritable(leaf);
    for (Path file : list(leaf)) {
      if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(file);
      }
    }
    Path at = leaf;
    while (!at.equals(folder) && list(at).isEmpty()) {
      Path parent = at.resolveSibling("").normalize();
      makeWritable(parent);
      Files.delete(at);
      at = parent;
    }
  }

  /** Go's module cache has folders without write permission. */
  private static void makeWritable(Path directory) throws IOException {
    if (!Files.isWritable(directory)) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }
}
