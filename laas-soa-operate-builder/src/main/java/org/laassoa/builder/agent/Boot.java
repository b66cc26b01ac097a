package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells one start of the host from the next. */
final class Boot {

  /** See random(4): a fresh one at each start of the kernel. */
  private static final Path ID = Path.of("/proc/sys/kernel/random/boot_id");

  private Boot() {}

  /** The present start; empty where the system does not say. */
  static String id() {
    try {
      return Files.readString(ID).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
