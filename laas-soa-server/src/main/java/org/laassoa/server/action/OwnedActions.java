package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;

/**
 * What this server remembers of who owns what, so that most polls of an agent that builds need no
 * database. It decides nothing: every write names its attempt and is checked by the database. When
 * memory is behind, as after a change through another server, an agent hears of it a little later.
 */
@ApplicationScoped
public class OwnedActions {

  private final Map<ActionId, Owned> owned = new ConcurrentHashMap<>();
  private final Map<Long, Set<ActionId>> unacknowledged = new ConcurrentHashMap<>();
  private final long freshNanos;
  private final long forgottenNanos;

  OwnedActions(LaasConfig config) {
    this.freshNanos = config.lease().dividedBy(3).toNanos();
    this.forgottenNanos = config.lease().multipliedBy(2).plus(Duration.ofMinutes(1)).toNanos();
  }

  private record Owned(
      int attempt, long agentId, @Nullable String step, long renewedAt, boolean cancelRequested) {}

  /**
   * Whether there is nothing to write and nothing to say about what an agent holds: all of it was
   * renewed within the last third of a lease, with the same step, and nobody wants it stopped.
   */
  public boolean upToDate(long agentId, List<Held> held) {
    long now = System.nanoTime();
    for (Held one : held) {
      Owned known = owned.get(one.action());
      if (known == null
          || known.attempt() != one.attempt()
          || known.agentId() != agentId
          || known.cancelRequested()
          || now - known.renewedAt() > freshNanos
          || !Objects.equals(known.step(), one.step())) {
        return false;
      }
    }
    return true;
  }

  /** Whether people would see something else when this is written: it is in another step. */
  boolean tellsNews(Held held) {
    Owned known = owned.get(held.action());
    return known == null || !Objects.equals(known.step(), held.step());
  }

  /** Whether something was handed to this agent that it has not spoken of and does not name. */
  public boolean mayMiss(long agentId, List<Held> held) {
    Set<ActionId> handedOut = unacknowledged.get(agentId);
    if (handedOut == null) {
      return false;
    }
    if (held.isEmpty()) {
      return true;
    }
    Set<ActionId> missing = new HashSet<>(handedOut);
    held.forEach(one -> missing.remove(one.action()));
    return !missing.isEmpty();
  }

  void handedOut(Collection<Claimed> claimed) {
    claimed.forEach(one -> handedOut(one.agentId(), one.action()));
  }

  /** Also said by the table: it may have been handed out by another server. */
  void handedOut(long agentId, ActionId action) {
    unacknowledged.compute(
        agentId,
        (id, present) -> {
          Set<ActionId> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(action);
          return all;
        });
  }

  /** The table has nothing more for this agent that it has not spoken of. */
  void nothingMissing(long agentId) {
    unacknowledged.remove(agentId);
  }

  private void acknowledged(long agentId, ActionId action) {
    unacknowledged.computeIfPresent(
        agentId,
        (id, present) -> {
          present.remove(action);
          return present.isEmpty() ? null : present;
        });
  }

  void renewed(long agentId, Collection<Renewal> renewals) {
    long now = System.nanoTime();
    for (Renewal renewal : renewals) {
      Held held = renewal.held();
      switch (renewal) {
        case Renewal.Renewed same -> note(agentId, held, now, false);
        case Renewal.CancelRequested wanted -> note(agentId, held, now, true);
        case Renewal.Lost lost ->
            owned.computeIfPresent(
                held.action(), (id, known) -> known.agentId() == agentId ? null : known);
      }
      acknowledged(agentId, held.action());
    }
  }

  private void note(long agentId, Held held, long now, boolean cancelRequested) {
    owned.put(held.action(), new Owned(held.attempt(), agentId, held.step(), now, cancelRequested));
  }

  /** Somebody wants it stopped: the next poll of its owner looks at the table. */
  void cancelRequested(ActionId action) {
    owned.remove(action);
  }

  /** It has ended, or belongs to nobody. */
  void released(Ownership owner) {
    owned.remove(owner.action());
    acknowledged(owner.agentId(), owner.action());
  }

  /** It belongs to nobody, whoever had it. */
  void released(ActionId action) {
    Owned known = owned.remove(action);
    if (known != null) {
      acknowledged(known.agentId(), action);
    }
  }

  /** Forgets what has not been renewed here for long: it is served by others, or ended there. */
  void forgetOld() {
    long now = System.nanoTime();
    owned.values().removeIf(known -> now - known.renewedAt() > forgottenNanos);
  }
}
