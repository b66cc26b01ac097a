package org.laassoa.server.console.fleet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.DiskSpace;

/**
 * An agent's disk as pages show it.
 *
 * @param freeBytes what the agent can still write
 * @param totalBytes how large it is
 * @param neededBytes how many must be free for the agent to take work; 0 when it does not say
 */
public record DiskUse(long freeBytes, long totalBytes, long neededBytes) {
  private static final double GIB = 1L << 30;
  private static final int ALL = 100;

  /** What an agent has said, or null when it has not. */
  static @Nullable DiskUse of(@Nullable DiskSpace said) {
    if (said == null || said.freeBytes() == null || said.totalBytes() == null) {
      return null;
    }
    Long needed = said.neededBytes();
    return new DiskUse(said.freeBytes(), said.totalBytes(), needed == null ? 0 : needed);
  }

  /** How much of it is used, 0 to 100. */
  public int percent() {
    return totalBytes <= 0
        ? 0
        : Math.clamp(ALL - Math.round(100.0 * freeBytes / totalBytes), 0, ALL);
  }

  /** Whether less is free than the agent needs to take work. */
  public boolean isLow() {
    return freeBytes < neededBytes;
  }

  /** What is free, in GiB. */
  public String free() {
    return gib(freeBytes);
  }

  /** How large it is, in GiB. */
  public String total() {
    return gib(totalBytes);
  }

  /** What must be free, in GiB. */
  public String needed() {
    return gib(neededBytes);
  }

  private static String gib(long bytes) {
    double gib = bytes / GIB;
    return String.format(Locale.ROOT, gib < 10 ? "%.1f" : "%.0f", gib);
  }
}
