package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes the held polls of this server when an action has become ready. Only a hint: who is woken
 * claims as always, and who is not looks again after a second.
 */
@ApplicationScoped
public class ReadySignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private long changes;

  /** A number that grows with each {@link #ready()}: to be taken before looking at the queue. */
  public long changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  /** Says that there is something to claim; called after the commit. */
  public void ready() {
    lock.lock();
    try {
      changes++;
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is more than the caller has seen, or until the time is over. */
  public void await(long seen, Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = timeout.toNanos();
      while (changes == seen && left > 0) {
        left = ready.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
