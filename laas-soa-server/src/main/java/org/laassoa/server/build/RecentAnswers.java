package org.laassoa.server.build;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers that are good for a while: whoever asks the same in that time gets the same, and of many
 * who ask at once one waits for the database and the others for that one.
 */
final class RecentAnswers<K, V> {

  private static final int MOST = 200;

  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
  private final long goodFor;
  private final LongSupplier nanos;

  private record Answer<V>(V value, long since) {}

  RecentAnswers(Duration goodFor, LongSupplier nanos) {
    this.goodFor = goodFor.toNanos();
    this.nanos = nanos;
  }

  V get(K key, Supplier<V> question) {
    long now = nanos.getAsLong();
    if (answers.size() >= MOST) {
      answers.values().removeIf(answer -> now - answer.since() >= goodFor);
    }
    return answers
        .compute(
            key,
            (same, known) ->
                known != null && now - known.since() < goodFor
                    ? known
                    : new Answer<>(question.get(), nanos.getAsLong()))
        .value();
  }
}
