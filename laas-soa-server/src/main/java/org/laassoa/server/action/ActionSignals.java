package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those on this server who follow an action, when it has changed or its log has grown. Only a
 * hint: whoever waits looks at the database after, and waits no longer than a second, since the
 * change may come through another server.
 */
@ApplicationScoped
public class ActionSignals {

  private final ConcurrentHashMap<ActionId, Waiters> waiters = new ConcurrentHashMap<>();
  private final LongAdder all = new LongAdder();

  private static final class Waiters {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    long changes;
    int interested;
  }

  /** One who follows an action; sees each change after its making. */
  public final class Subscription implements AutoCloseable {
    private final ActionId action;
    private final Waiters own;
    private long seen;

    private Subscription(ActionId action, Waiters own) {
      this.action = action;
      this.own = own;
      this.seen = own.changes;
    }

    /** Waits for a change since the last call, or until the time is over. */
    public void await(Duration timeout) throws InterruptedException {
      own.lock.lockInterruptibly();
      try {
        long left = timeout.toNanos();
        while (own.changes == seen && left > 0) {
          left = own.changed.awaitNanos(left);
        }
        seen = own.changes;
      } finally {
        own.lock.unlock();
      }
    }

    @Override
    public void close() {
      waiters.computeIfPresent(action, (id, present) -> --present.interested == 0 ? null : present);
    }
  }

  /** Begins to follow an action. */
  public Subscription subscribe(ActionId action) {
    Waiters own =
        waiters.compute(
            action,
            (id, present) -> {
              Waiters used = present == null ? new Waiters() : present;
              used.interested++;
              return used;
            });
    return new Subscription(action, own);
  }

  /** Tells those who follow the action that there is something to see. */
  public void changed(ActionId action) {
    all.increment();
    Waiters present = waiters.get(action);
    if (present == null) {
      return;
    }
    present.lock.lock();
    try {
      present.changes++;
      present.changed.signalAll();
    } finally {
      present.lock.unlock();
    }
  }

  /** Some action is new. */
  void added() {
    all.increment();
  }

  /**
   * How many changes there have been, as far as this server was told: it differs from what it was
   * when something has changed.
   */
  public long changes() {
    return all.sum();
  }

  /** Tells all who follow anything. */
  void changedAll() {
    all.increment();
    waiters.keySet().forEach(this::changed);
  }
}
