package org.laassoa.endtoend.git;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds answers back in the middle: whoever comes to it waits until it is opened. */
public final class Gate implements AutoCloseable {

  private final long afterBytes;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  Gate(long afterBytes) {
    this.afterBytes = afterBytes;
  }

  /**
   * Waits until an answer is held.
   *
   * @return whether one is, within the limit
   */
  public boolean awaitReached(Duration limit) throws InterruptedException {
    return reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How many bytes may still pass, of an answer that has sent so many. */
  long room(long sent) {
    return open.getCount() == 0 ? Long.MAX_VALUE : Math.max(0, afterBytes - sent);
  }

  void await() throws InterruptedException {
    reached.countDown();
    open.await();
  }

  /** Lets everything through, from now on. */
  @Override
  public void close() {
    open.countDown();
  }
}
