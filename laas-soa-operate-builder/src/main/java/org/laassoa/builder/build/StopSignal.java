package org.laassoa.builder.build;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops one build by an interrupt of its thread, and remembers who did. The first reason stays.
 *
 * <p>An interrupt reaches the thread only while it is {@linkplain #guard guarded}: one that comes
 * when the build has ended must not hit the report of its result.
 */
public final class StopSignal {

  private @Nullable Thread worker;
  private @Nullable StopReason reason;

  /** Stops the build: now, or as soon as it begins. Does nothing when it has been stopped. */
  public synchronized void stop(StopReason why) {
    if (reason == null) {
      reason = why;
      if (worker != null) {
        worker.interrupt();
      }
    }
  }

  /** Why the build was stopped, or nothing. */
  public synchronized Optional<StopReason> reason() {
    return Optional.ofNullable(reason);
  }

  /** Lets the calling thread be interrupted until the guard is closed. */
  public synchronized Guard guard() {
    worker = Thread.currentThread();
    if (reason != null) {
      worker.interrupt();
    }
    return this::release;
  }

  private synchronized void release() {
    worker = null;
    // What arrived too late must not hit what the thread does next.
    Thread.interrupted();
  }

  /** Closed when the thread may no longer be interrupted. */
  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }
}
