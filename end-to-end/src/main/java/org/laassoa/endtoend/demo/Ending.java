package org.laassoa.endtoend.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Closes what was started, the last first, and removes the folder, on whatever way the JVM ends.
 */
final class Ending implements Runnable {

  private final Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile boolean keep;

  Ending(Path folder) {
    this.folder = folder;
  }

  /** Remembers to close something. */
  synchronized <T extends AutoCloseable> T closeLater(T resource) {
    open.push(resource);
    return resource;
  }

  /** Leaves the folder there, for somebody to read the logs. */
  void keepFolder() {
    keep = true;
  }

  @Override
  public synchronized void run() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("laas demo: " + e.getMessage());
      }
    }
    if (!keep) {
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException e) {
      System.err.println("laas demo: " + folder + " is left behind: " + e.getMessage());
    }
  }
}
