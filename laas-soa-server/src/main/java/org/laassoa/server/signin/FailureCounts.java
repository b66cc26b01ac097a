package org.laassoa.server.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something has failed in a row. The first few failures are free; then each one doubles
 * the wait until the next try. Only so many are kept: the one that was quiet for longest goes
 * first. A clock that is set back locks nobody out: what failed later than now is forgotten.
 *
 * @param <K> whose failures
 */
final class FailureCounts<K> {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST = 20_000;

  private final int free;
  private final Map<K, Failures> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Failures> eldest) {
          return size() > MOST;
        }
      };

  private record Failures(int count, Instant last) {}

  /**
   * Counts nothing yet.
   *
   * @param free how many failures cost no wait
   */
  FailureCounts(int free) {
    this.free = free;
  }

  /** How long to wait from now on; zero when it may be tried. */
  synchronized Duration wait(K key, Instant now) {
    Failures failures = counts.get(key);
    if (failures == null || failures.count() <= free || failures.last().isAfter(now)) {
      return Duration.ZERO;
    }
    // 2^10 s is more than the longest wait.
    int doublings = Math.min(failures.count() - free - 1, 10);
    Duration wait = Duration.ofSeconds(1L << doublings);
    Instant until = failures.last().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
  }

  /** Counts a failure. */
  synchronized void failed(K key, Instant now) {
    Failures before = counts.get(key);
    boolean inARow =
        before != null
            && !now.isAfter(before.last().plus(FORGOTTEN))
            && !before.last().isAfter(now);
    counts.put(key, new Failures(before != null && inARow ? before.count() + 1 : 1, now));
  }

  /** Takes one failure back: it was none. */
  synchronized void takeBack(K key) {
    counts.computeIfPresent(
        key,
        (same, failures) ->
            failures.count() == 1 ? null : new Failures(failures.count() - 1, failures.last()));
  }

  /** Forgets the failures. */
  synchronized void forget(K key) {
    counts.remove(key);
  }

  /** How many are kept. */
  synchronized int size() {
    return counts.size();
  }
}
