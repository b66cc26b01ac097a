package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Agents that wait for work on this server: by a held poll, or by a doorbell. When something
 * becomes ready, as many are woken as there are actions, those first that have waited longest:
 * thousands that race for one action would only be in each other's way.
 */
@ApplicationScoped
public class WorkWaiters {

  /** Enough to keep any number of agents busy: each one that finds work rings for the next look. */
  private static final int MOST_AT_ONCE = 1000;

  private final Set<Waiter> waiting = new LinkedHashSet<>();
  private final Map<Long, List<Waiter>> byAgent = new HashMap<>();

  /** An agent that waits; it goes on waiting until this is closed. */
  public final class Waiter implements AutoCloseable {
    private final long agentId;
    private final Supplier<Optional<Offer>> offer;
    private final Runnable wake;

    private Waiter(long agentId, Supplier<Optional<Offer>> offer, Runnable wake) {
      this.agentId = agentId;
      this.offer = offer;
      this.wake = wake;
    }

    private boolean takes(Lane lane) {
      return offer.get().filter(now -> now.serves(lane)).isPresent();
    }

    @Override
    public void close() {
      synchronized (WorkWaiters.this) {
        waiting.remove(this);
        byAgent.computeIfPresent(
            agentId,
            (id, present) -> {
              present.remove(this);
              return present.isEmpty() ? null : present;
            });
      }
    }
  }

  /**
   * Begins to wait.
   *
   * @param agentId who waits
   * @param offer what it would take at the moment, or nothing when it has no room; must not block
   * @param wake called, by any thread, when there may be something; must not block
   */
  public synchronized Waiter add(long agentId, Supplier<Optional<Offer>> offer, Runnable wake) {
    Waiter waiter = new Waiter(agentId, offer, wake);
    waiting.add(waiter);
    byAgent.computeIfAbsent(agentId, id -> new ArrayList<>()).add(waiter);
    return waiter;
  }

  /** Whether an agent waits on this server. */
  public synchronized boolean waiting(long agentId) {
    return byAgent.containsKey(agentId);
  }

  /** Wakes up to so many that take what is in this lane. */
  void wake(Lane lane, int count) {
    lane.onlyAgent()
        .ifPresentOrElse(
            this::wakeAgent,
            () -> woken(lane, Math.min(count, MOST_AT_ONCE)).forEach(waiter -> waiter.wake.run()));
  }

  /** Wakes an agent for which there is an order. */
  public void wakeAgent(long agentId) {
    List<Waiter> own;
    synchronized (this) {
      own = List.copyOf(byAgent.getOrDefault(agentId, List.of()));
    }
    own.forEach(waiter -> waiter.wake.run());
  }

  private synchronized List<Waiter> woken(Lane lane, int count) {
    List<Waiter> woken = new ArrayList<>();
    Iterator<Waiter> oldestFirst = waiting.iterator();
    while (woken.size() < count && oldestFirst.hasNext()) {
      Waiter waiter = oldestFirst.next();
      if (waiter.takes(lane)) {
        oldestFirst.remove();
        woken.add(waiter);
      }
    }
    // Whoever waits on is woken after all others the next time.
    waiting.addAll(woken);
    return woken;
  }
}
