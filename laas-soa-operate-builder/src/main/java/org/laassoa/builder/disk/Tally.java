package org.laassoa.builder.disk;

import org.jboss.logging.Logger;
import org.laassoa.wire.Cache;

/** What one look at the disk has removed, for the agent's own log. */
final class Tally implements Caches.Report {

  private static final Logger LOG = Logger.getLogger(Tally.class);

  private int removed;
  private long freed;
  private int kept;

  @Override
  public void removed(CacheEntry entry, long bytes) {
    removed++;
    freed += bytes;
    LOG.logf(
        level(entry),
        "Removed %s %s (%s)",
        entry.store().cache().wireName(),
        entry.name(),
        ByteSize.words(bytes));
  }

  @Override
  public void kept(CacheEntry entry, String why) {
    kept++;
    LOG.debugf("Kept %s %s: %s", entry.store().cache().wireName(), entry.name(), why);
  }

  /** The folders of shared caches are too many to be told one by one. */
  private static Logger.Level level(CacheEntry entry) {
    return entry.store().cache() == Cache.DEPENDENCY_LIB ? Logger.Level.DEBUG : Logger.Level.INFO;
  }

  /** Sums it up; nothing when nothing was there to remove. */
  void say(String reason) {
    if (removed > 0) {
      LOG.infof(
          "%s: removed %d entries of the caches (%s), kept %d that are in use",
          reason, removed, ByteSize.words(freed), kept);
    }
  }
}
