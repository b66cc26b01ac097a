package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.laassoa.wire.ActionType;

/**
 * Which types of action there may be something ready of, known without a look at the table. It may
 * say yes and be wrong, which costs a claim that finds nothing; it says no only after a claim has
 * found nothing and nothing has been added since. What other servers add is announced by them; and
 * the table is looked at each second in case such a word is lost.
 */
@ApplicationScoped
public class ReadyWork {

  private final Map<ActionType, Ready> byType = new EnumMap<>(ActionType.class);
  private final WorkWaiters waiters;

  ReadyWork(WorkWaiters waiters) {
    this.waiters = waiters;
    for (ActionType type : ActionType.values()) {
      byType.put(type, new Ready());
    }
  }

  /** At the start nobody has looked yet, so there may be something. */
  private static final class Ready {
    private final AtomicLong additions = new AtomicLong();
    private volatile boolean maybe = true;

    synchronized void add() {
      additions.incrementAndGet();
      maybe = true;
    }

    synchronized void nothingSince(long before) {
      if (additions.get() == before) {
        maybe = false;
      }
    }
  }

  /** Whether a claim for one of these types might find something. */
  public boolean mayHave(Collection<ActionType> types) {
    for (ActionType type : types) {
      if (at(type).maybe) {
        return true;
      }
    }
    return false;
  }

  /**
   * Something is ready; called after the commit.
   *
   * @param count how many: at most so many of those who wait are woken
   */
  public void added(ActionType type, int count) {
    at(type).add();
    waiters.wake(type, count);
  }

  /** To be taken before a look at the table. */
  Look look(Collection<ActionType> types) {
    Map<ActionType, Long> before = new EnumMap<>(ActionType.class);
    types.forEach(type -> before.put(type, at(type).additions.get()));
    return new Look(before);
  }

  private Ready at(ActionType type) {
    return Objects.requireNonNull(byType.get(type));
  }

  /** A look at the table that has begun. */
  final class Look {
    private final Map<ActionType, Long> before;

    private Look(Map<ActionType, Long> before) {
      this.before = before;
    }

    /** The table had nothing more of these types. */
    void foundNoMore(Collection<ActionType> types) {
      types.forEach(type -> at(type).nothingSince(Objects.requireNonNull(before.get(type))));
    }
  }
}
