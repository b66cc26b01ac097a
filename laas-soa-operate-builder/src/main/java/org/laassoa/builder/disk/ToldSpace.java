package org.laassoa.builder.disk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.DiskSpace;

/**
 * What the server is told of a disk. The free space follows changes of a fiftieth only, and of 64
 * MiB at least: a poll that says what the former one said costs the server next to nothing.
 */
final class ToldSpace {
  private static final long LEAST_CHANGE = 64L << 20;
  private static final int FRACTION = 50;
  private static final long MIB = 1L << 20;

  private @Nullable DiskSpace told;

  /** What is told now. */
  DiskSpace of(DiskSpace seen) {
    DiskSpace before = told;
    if (before == null || isNews(before, seen)) {
      before = new DiskSpace(free(seen) / MIB * MIB, seen.totalBytes(), seen.neededBytes());
      told = before;
    }
    return before;
  }

  private static boolean isNews(DiskSpace told, DiskSpace seen) {
    return !Objects.equals(told.totalBytes(), seen.totalBytes())
        || !Objects.equals(told.neededBytes(), seen.neededBytes())
        || enough(told) != enough(seen)
        || Math.abs(free(seen) - free(told)) > Math.max(LEAST_CHANGE, free(told) / FRACTION);
  }

  private static boolean enough(DiskSpace disk) {
    Long needed = disk.neededBytes();
    return needed == null || free(disk) >= needed;
  }

  private static long free(DiskSpace disk) {
    return Objects.requireNonNull(disk.freeBytes(), "what was seen has figures");
  }
}
