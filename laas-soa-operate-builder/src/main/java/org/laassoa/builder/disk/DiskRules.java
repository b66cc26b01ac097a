package org.laassoa.builder.disk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.Cache;

/**
 * What the agent may use of its disk.
 *
 * @param minFree how many bytes must be free for it to take work, or null for what is usual
 * @param high the used part of the disk, in percent, above which caches are emptied; 1 to 100
 * @param low the used part at which that ends; 0 to {@code high}
 * @param limits how many bytes a cache may have; those that are missing have no limit of their own
 */
public record DiskRules(@Nullable Long minFree, int high, int low, Map<Cache, Long> limits) {

  /** What holds when nothing is said. */
  public static final DiskRules USUAL = new DiskRules(null, 85, 75, Map.of());
}
