package org.laassoa.server.signin;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.laassoa.server.people.PasswordHash;

/**
 * Checks passwords on half of the processors at most, so that a flood of sign-ins leaves room for
 * everything else. What does not fit into the queue is refused.
 */
final class PasswordChecks {

  private static final int MOST_WAITING = 64;

  private final ThreadPoolExecutor threads;

  PasswordChecks() {
    int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("password-check-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Whether this is the password that was hashed.
   *
   * @throws ThrottledException when too many are waiting
   */
  boolean matches(String password, String stored) {
    try {
      return CompletableFuture.supplyAsync(() -> PasswordHash.matches(password, stored), threads)
          .join();
    } catch (RejectedExecutionException full) {
      throw new ThrottledException(Duration.ofSeconds(1));
    }
  }

  void close() {
    threads.shutdownNow();
  }
}
