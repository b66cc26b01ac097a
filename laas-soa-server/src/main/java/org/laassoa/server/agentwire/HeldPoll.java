package org.laassoa.server.agentwire;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One poll that the server may hold: woken when there may be something, over when its agent goes.
 */
final class HeldPoll {

  private final Semaphore woken = new Semaphore(0);
  private volatile boolean over;

  /** There may be something. */
  void wake() {
    woken.release();
  }

  /** The request has ended; when it failed, nobody is there to answer any more. */
  void hungUp(boolean failed) {
    if (failed) {
      over = true;
      wake();
    }
  }

  /** Whether nobody waits for an answer any more. */
  boolean over() {
    return over;
  }

  /** Waits until it is woken, once since the last time, or until the time is over. */
  void await(long nanos) throws InterruptedException {
    if (woken.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      woken.drainPermits();
    }
  }
}
