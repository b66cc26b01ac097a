package org.laassoa.builder.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.laassoa.builder.workspace.FileTree;

/**
 * Removes from a work tree what is not in its commit: ignored files and nested clones too. It runs
 * right after a checkout, which has seen to the files that are in the commit: of those the names
 * are enough, and only folders are looked at on the disk.
 */
final class Leftovers {

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
    leftovers.removeIn(workTree, "");
  }

  private void removeIn(Path folder, String prefix) throws IOException {
    List<Path> doomed = new ArrayList<>();
    FileTree.open(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        if (files.contains(path)) {
          continue;
        }
        boolean real = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (real && folders.contains(path)) {
          removeIn(entry, path + "/");
        } else if (!real || !(submodules.contains(path) || path.equals(".git"))) {
          doomed.add(entry);
        }
      }
    }
    for (Path entry : doomed) {
      FileTree.delete(entry);
    }
  }
}
