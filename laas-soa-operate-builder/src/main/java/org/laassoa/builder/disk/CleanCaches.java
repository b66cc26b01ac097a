package org.laassoa.builder.disk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.laassoa.builder.execution.BuildOutput;
import org.laassoa.wire.Cache;

/** Empties caches because somebody has asked for it; waits for no build. */
public final class CleanCaches {

  private final Caches caches;
  private final List<String> names;

  /**
   * Something to be emptied.
   *
   * @param names what to empty; a name that is not known is said to be so
   */
  public CleanCaches(Caches caches, List<String> names) {
    this.caches = caches;
    this.names = names;
  }

  /** Removes all that no build uses, and says of each entry what became of it. */
  public void run(BuildOutput output) {
    Set<Cache> wanted = EnumSet.noneOf(Cache.class);
    for (String name : names) {
      Cache.ofWireName(name)
          .ifPresentOrElse(
              wanted::add, () -> output.line("this agent knows no cache '" + name + "'"));
    }
    Sum sum = new Sum(output);
    caches.remove(wanted, removed -> false, sum);
    output.line("removed " + sum.removed + ", " + ByteSize.words(sum.bytes) + "; kept " + sum.kept);
  }

  private static final class Sum implements Caches.Report {
    private final BuildOutput output;
    private int removed;
    private int kept;
    private long bytes;

    Sum(BuildOutput output) {
      this.output = output;
    }

    @Override
    public void removed(CacheEntry entry, long freed) {
      removed++;
      bytes += freed;
      output.line("removed " + name(entry) + " (" + ByteSize.words(freed) + ")");
    }

    @Override
    public void kept(CacheEntry entry, String why) {
      kept++;
      output.line("kept    " + name(entry) + ": " + why);
    }

    private static String name(CacheEntry entry) {
      return entry.store().cache().wireName() + " " + entry.name();
    }
  }
}
