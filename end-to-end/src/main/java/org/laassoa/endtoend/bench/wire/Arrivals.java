package org.laassoa.endtoend.bench.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When which action reached an agent, by {@link System#nanoTime()}. */
public final class Arrivals {

  private final ConcurrentMap<Long, CompletableFuture<Long>> times = new ConcurrentHashMap<>();

  /** An action is with an agent. */
  void arrived(long action, long now) {
    time(action).complete(now);
  }

  /**
   * Waits until an action has arrived.
   *
   * @return when it did
   * @throws IllegalStateException when it does not within the limit
   */
  public long await(long action, Duration limit) throws InterruptedException {
    try {
      return time(action).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("action " + action + " reached no agent in " + limit, e);
    }
  }

  private CompletableFuture<Long> time(long action) {
    return times.computeIfAbsent(action, unknown -> new CompletableFuture<>());
  }
}
