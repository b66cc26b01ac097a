package org.laassoa.builder.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Removes files and folders with all that is in them. */
public final class FileTree {

  private FileTree() {}

  /**
   * Deletes a file or folder; does nothing when it is not there. Symbolic links are removed, never
   * followed. Folders without write permission, as Go's module cache has them, are removed too.
   *
   * @throws IOException when something cannot be removed
   */
  public static void delete(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(path, new Deleter());
    }
  }

  /**
   * Lets the owner of a folder list and change it, if that is not so: scripts leave folders as they
   * please. Links are left alone.
   *
   * @return whether that was to be done
   * @throws IOException when the folder is somebody else's
   */
  public static boolean open(Path folder) throws IOException {
    boolean closed =
        Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && !(Files.isReadable(folder)
                && Files.isWritable(folder)
                && Files.isExecutable(folder));
    if (closed) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return closed;
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      open(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      if (e instanceof AccessDeniedException && open(file)) {
        delete(file);
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
