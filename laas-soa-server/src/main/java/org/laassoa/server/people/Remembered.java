package org.laassoa.server.people;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a second what was read from the database, so that a request costs no query. What
 * this server changes counts at once: it forgets everything. What another server changes counts
 * when the second is over.
 *
 * @param <K> by what it is looked up
 * @param <V> what is remembered
 */
final class Remembered<K, V> {

  private static final long VALIDITY = Duration.ofSeconds(1).toNanos();
  private static final int MOST = 10_000;

  private final Function<K, Optional<V>> read;
  private final LongSupplier nanoTime;
  private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Entry<V>(V value, long readAt) {}

  /**
   * Remembers what {@code read} finds.
   *
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  Remembered(Function<K, Optional<V>> read, LongSupplier nanoTime) {
    this.read = read;
    this.nanoTime = nanoTime;
  }

  /** What is remembered, without asking the database, or null. */
  @Nullable V known(K key) {
    Entry<V> entry = entries.get(key);
    return entry != null && nanoTime.getAsLong() - entry.readAt() < VALIDITY ? entry.value() : null;
  }

  /** What is remembered or in the database. What is in neither is not remembered. */
  Optional<V> get(K key) {
    V known = known(key);
    if (known != null) {
      return Optional.of(known);
    }
    long before = changes.get();
    long now = nanoTime.getAsLong();
    Optional<V> found = read.apply(key);
    if (entries.size() >= MOST) {
      entries.clear();
    }
    if (found.isPresent()) {
      entries.put(key, new Entry<>(found.get(), now));
    } else {
      entries.remove(key);
    }
    if (changes.get() != before) {
      // It may have been read before the change.
      entries.remove(key);
    }
    return found;
  }

  /** Forgets everything: something has changed. */
  void forget() {
    changes.incrementAndGet();
    entries.clear();
  }
}
