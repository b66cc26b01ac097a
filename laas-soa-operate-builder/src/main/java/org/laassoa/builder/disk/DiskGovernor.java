package org.laassoa.builder.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.wire.Cache;

/**
 * Keeps the agent's caches small enough: each below its limit, and the disk below its high mark. It
 * looks each minute and at each end of a build, and removes what was used least recently, of
 * whatever kind, until the low mark is reached. What a running build uses stays.
 */
public final class DiskGovernor implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(DiskGovernor.class);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMinutes(1);

  /** On the agent's own disk; where the engine's are, it says. */
  private static final Set<Cache> OWN = EnumSet.of(Cache.WORKSPACES, Cache.DEPENDENCY_LIB);

  private static final Set<Cache> OF_ENGINE = EnumSet.of(Cache.CONTAINERS, Cache.IMAGES);

  private final Disk disk;
  private final DiskRules rules;
  private final Caches caches;
  private final Optional<ContainerEngine> engine;
  private @Nullable Path engineFolder;
  private final Semaphore buildEnds = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("disk").unstarted(this::govern);

  /**
   * A governor that does nothing yet.
   *
   * @param root the agent's folder
   * @param engine where there is one
   */
  public DiskGovernor(Path root, DiskRules rules, Caches caches, Optional<ContainerEngine> engine) {
    this.disk = new Disk(root);
    this.rules = rules;
    this.caches = caches;
    this.engine = engine;
  }

  /** Governs until it is closed. */
  public void start() {
    thread.start();
  }

  /** A build has ended: there may be more on the disk, and less of it in use. */
  public void buildEnded() {
    buildEnds.release();
  }

  private void govern() {
    try {
      // Not in the agent's first moments: it is to take work soon.
      TimeUnit.NANOSECONDS.sleep(FIRST_LOOK.toNanos());
      boolean ended = true;
      while (true) {
        tidy(ended);
        ended = buildEnds.tryAcquire(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        buildEnds.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tidy(boolean sizes) {
    try {
      if (sizes) {
        // To measure caches is to read folders: not each minute.
        rules.limits().forEach(this::keepToLimit);
      }
      keepBelowMark();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The disk could not be looked after", e);
    }
  }

  /** Looks once, at everything. */
  void tidy() {
    tidy(true);
  }

  private void keepToLimit(Cache cache, long limit) {
    long bytes = caches.bytes(cache);
    if (bytes > limit) {
      Tally tally = new Tally();
      caches.remove(Set.of(cache), removed -> bytes - removed <= limit, tally);
      tally.say(
          cache.wireName()
              + " had "
              + ByteSize.words(bytes)
              + ", its limit is "
              + ByteSize.words(limit));
    }
  }

  private void keepBelowMark() throws IOException {
    Path engines = engineFolder();
    boolean same = engines != null && disk.holds(engines);
    keepBelowMark(disk, same ? EnumSet.allOf(Cache.class) : OWN);
    if (engines != null && !same && Files.isDirectory(engines)) {
      keepBelowMark(new Disk(engines), OF_ENGINE);
    }
  }

  private void keepBelowMark(Disk full, Set<Cache> of) throws IOException {
    double used = full.usedPercent();
    if (used > rules.high() || tooLittleFree(full)) {
      Tally tally = new Tally();
      caches.remove(of, removed -> enough(full), tally);
      tally.say(String.format("%.0f %% of the disk were used", used));
    }
  }

  private boolean enough(Disk full) {
    try {
      return full.usedPercent() <= rules.low() && !tooLittleFree(full);
    } catch (IOException e) {
      LOG.debugf(e, "%s cannot be asked", full);
      return true;
    }
  }

  private boolean tooLittleFree(Disk full) throws IOException {
    return rules.minFree() != null && full.free() < rules.minFree();
  }

  /** It stays where it is for as long as this agent runs. */
  private @Nullable Path engineFolder() {
    if (engineFolder == null) {
      engineFolder =
          engine
              .flatMap(ContainerEngine::facts)
              .map(ContainerEngine.Facts::dataFolder)
              .orElse(null);
    }
    return engineFolder;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
