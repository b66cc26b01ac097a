package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a bench leaves on the disk: databases of gigabytes, which nobody wants to keep. */
final class Leftovers {

  private Leftovers() {}

  /** Deletes a folder but for the logs in it. */
  static void deleteAllButLogs(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.toString().endsWith(".log")) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      try {
        Files.delete(folder);
      } catch (DirectoryNotEmptyException logs) {
        // They stay.
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
