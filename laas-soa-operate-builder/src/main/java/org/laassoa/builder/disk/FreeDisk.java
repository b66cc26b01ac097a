package org.laassoa.builder.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.wire.DiskSpace;

/**
 * Whether the disk of the agent's folder has room for builds. What is taken on a full disk fails,
 * one build after the other; what is not taken waits, or goes to another agent. For one thread.
 */
public final class FreeDisk {

  /** Enough for a source and what is made of it, if not for a large one. */
  private static final long DEFAULT_BYTES = 1L << 30;

  /** A small disk must not keep the agent from working at all. */
  private static final int DEFAULT_DIVISOR = 20;

  private static final Logger LOG = Logger.getLogger(FreeDisk.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Path folder;
  private final @Nullable Long wanted;
  private final LongSupplier nanos;
  private final ToldSpace told = new ToldSpace();
  private @Nullable String reason;
  private @Nullable DiskSpace space;
  private long lookAt;

  /**
   * The disk that a folder is on.
   *
   * @param wanted how many bytes must be free; null for 1 GiB or a twentieth of the disk, whichever
   *     is less
   */
  public FreeDisk(Path folder, @Nullable Long wanted) {
    this(folder, wanted, System::nanoTime);
  }

  /** The same, by another clock. */
  FreeDisk(Path folder, @Nullable Long wanted, LongSupplier nanos) {
    this.folder = folder;
    this.wanted = wanted;
    this.nanos = nanos;
    this.lookAt = nanos.getAsLong();
  }

  /** Why no work should be taken, as of at most 5 s ago; null when it can be. */
  public @Nullable String notTaking() {
    lookNowAndThen();
    return reason;
  }

  /** What is to be told of the disk, as above; null when it cannot be asked. */
  public @Nullable DiskSpace space() {
    lookNowAndThen();
    return space;
  }

  private void lookNowAndThen() {
    if (nanos.getAsLong() - lookAt >= 0) {
      lookAt = nanos.getAsLong() + LOOK.toNanos();
      note(look());
    }
  }

  private @Nullable String look() {
    try {
      FileStore disk = Files.getFileStore(folder);
      long free = disk.getUsableSpace();
      long total = disk.getTotalSpace();
      long needed = wanted != null ? wanted : Math.min(DEFAULT_BYTES, total / DEFAULT_DIVISOR);
      space = told.of(new DiskSpace(free, total, needed));
      return free >= needed
          ? null
          : "its disk has "
              + ByteSize.words(free)
              + " free, less than the "
              + ByteSize.words(needed)
              + " that builds need";
    } catch (IOException e) {
      // A disk that cannot be asked may well be full; a build will tell.
      LOG.debugf(e, "The free space of %s is not known", folder);
      space = null;
      return null;
    }
  }

  private void note(@Nullable String now) {
    if (now != null && reason == null) {
      LOG.warnf("Takes no work: %s", now);
    } else if (now == null && reason != null) {
      LOG.info("Takes work again: its disk has room");
    }
    reason = now;
  }
}
