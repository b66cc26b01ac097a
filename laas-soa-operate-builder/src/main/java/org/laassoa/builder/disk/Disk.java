package org.laassoa.builder.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk, by a folder on it.
 *
 * @param folder any folder of it
 */
record Disk(Path folder) {

  /** The used part in percent, as df(1) shows it: of what users other than root can have. */
  double usedPercent() throws IOException {
    FileStore store = Files.getFileStore(folder);
    double used = store.getTotalSpace() - store.getUnallocatedSpace();
    double all = used + store.getUsableSpace();
    return all == 0 ? 0 : 100 * used / all;
  }

  /** How many bytes the agent's user can still write. */
  long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Whether another folder is on it; false for one that this user cannot see. */
  boolean holds(Path other) {
    try {
      return Files.getFileStore(folder).equals(Files.getFileStore(other));
    } catch (IOException e) {
      return false;
    }
  }
}
