package org.laassoa.server.action;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

/**
 * A transaction that has done its work and is not committed until the test says so: the order of a
 * race is forced, not hoped for.
 */
final class OpenTransaction<T> implements AutoCloseable {

  private final Transactions transactions;
  private final CountDownLatch mayCommit = new CountDownLatch(1);
  private final CompletableFuture<Long> backend = new CompletableFuture<>();
  private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<T> result;

  private OpenTransaction(Transactions transactions, Transactions.Work<T> work) {
    this.transactions = transactions;
    this.result =
        thread.submit(
            () ->
                transactions.run(
                    connection -> {
                      T done = work.on(connection);
                      backend.complete(RealPostgres.number(connection, "SELECT pg_backend_pid()"));
                      awaitQuietly();
                      return done;
                    }));
  }

  /** Does the work and leaves the transaction open. */
  static <T> OpenTransaction<T> after(Transactions transactions, Transactions.Work<T> work) {
    OpenTransaction<T> open = new OpenTransaction<>(transactions, work);
    open.backend.join();
    return open;
  }

  /** Begins something that must wait for this transaction, and returns once it does wait. */
  <R> Future<R> block(java.util.concurrent.Callable<R> other) {
    Future<R> blocked = thread.submit(other);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                transactions.run(
                        connection ->
                            RealPostgres.number(
                                connection,
                                """
                                SELECT count(*) FROM pg_stat_activity
                                WHERE ?::integer = ANY (pg_blocking_pids(pid))
                                """,
                                backend.join()))
                    > 0);
    return blocked;
  }

  /** Commits. */
  T commit() throws Exception {
    mayCommit.countDown();
    return result.get();
  }

  private void awaitQuietly() {
    try {
      mayCommit.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    mayCommit.countDown();
    thread.close();
  }
}
