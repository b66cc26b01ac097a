package org.laassoa.builder.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.laassoa.builder.workspace.FileTree;

/** Removes from a work tree what is not in its commit: ignored files and nested clones too. */
final class Leftovers extends SimpleFileVisitor<Path> {

  private final Path workTree;
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> submodules = new HashSet<>();

  private Leftovers(Path workTree, DirCache index) {
    this.workTree = workTree;
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      String path = entry.getPathString();
      (entry.getFileMode() == FileMode.GITLINK ? submodules : files).add(path);
      for (int slash = path.lastIndexOf('/');
          slash > 0 && folders.add(path.substring(0, slash));
          slash = path.lastIndexOf('/', slash - 1)) {}
    }
  }

  /** Removes them; submodules are left as they are when they are kept, and emptied otherwise. */
  static void remove(Path workTree, DirCache index, boolean keepSubmodules) throws IOException {
    Leftovers leftovers = new Leftovers(workTree, index);
    if (!keepSubmodules) {
      for (String submodule : leftovers.submodules) {
        FileTree.delete(workTree.resolve(submodule));
        Files.createDirectories(workTree.resolve(submodule));
      }
    }
    Files.walkFileTree(workTree, leftovers);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    String path = workTree.relativize(folder).toString();
    if (path.isEmpty() || folders.contains(path)) {
      return FileVisitResult.CONTINUE;
    }
    if (!path.equals(".git") && !submodules.contains(path)) {
      FileTree.delete(folder);
    }
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (!files.contains(workTree.relativize(file).toString())
        && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
    }
    return FileVisitResult.CONTINUE;
  }
}
