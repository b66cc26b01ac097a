package org.laassoa.builder.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that may not be there yet. */
final class Folders {

  private Folders() {}

  /** The folder itself, or the nearest above it that exists. */
  static Path existing(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (at.getParent() != null && !Files.isDirectory(at)) {
      at = at.getParent();
    }
    return at;
  }
}
