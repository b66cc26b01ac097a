package org.laassoa.server.provisioning;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it is brought to a machine.
 *
 * @param file the executable, or a {@code tar.gz} that contains {@code laas-agent/bin/laas-agent}
 * @param archive whether it is the latter
 * @param size in bytes
 * @param sha256 of the file, in hexadecimal
 * @param minorOfGlibc the oldest C library that the executable runs with, 34 for 2.34; null when it
 *     needs none, or that is not known
 */
record AgentBinary(
    Path file, boolean archive, long size, String sha256, @Nullable Integer minorOfGlibc) {
  private static final long MARGIN = 16L * 1024 * 1024;

  /** Enough of the hash to tell one from another. */
  String shortName() {
    return sha256.substring(0, 16);
  }

  /** How much of a disk it takes to install it, in bytes. */
  long neededSpace() {
    return size * (archive ? 4 : 1) + MARGIN;
  }
}
