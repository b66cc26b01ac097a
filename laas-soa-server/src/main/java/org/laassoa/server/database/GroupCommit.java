package org.laassoa.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Commits together what arrives together: while one transaction is being committed, requests
 * gather, and the next transaction serves all of them. Nobody waits for company: a request that
 * comes alone is served at once. Each caller gets its own answer or its own error.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {

  private final Transactions transactions;
  private final int most;
  private final Work<Q, A> work;
  private final Queue<Pending<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean draining = new AtomicBoolean();

  /** What serves several requests in one transaction. */
  @FunctionalInterface
  public interface Work<Q, A> {
    /** As many answers as requests, in their order; a throw rolls back. */
    List<A> on(Connection connection, List<Q> requests) throws SQLException;
  }

  private record Pending<Q, A>(Q request, CompletableFuture<A> answer) {}

  /**
   * Serves requests in groups.
   *
   * @param most how many requests one transaction serves, at least 1
   */
  public GroupCommit(Transactions transactions, int most, Work<Q, A> work) {
    this.transactions = transactions;
    this.most = most;
    this.work = work;
  }

  /** Serves one request; the answer comes after the commit. */
  public CompletableFuture<A> submit(Q request) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    waiting.add(new Pending<>(request, answer));
    if (draining.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::drain);
    }
    return answer;
  }

  /**
   * Serves one request and waits for its answer.
   *
   * @throws DatabaseException when the database refuses it; nothing is changed then
   */
  public A serve(Q request) {
    return Answers.of(submit(request));
  }

  private void drain() {
    do {
      for (List<Pending<Q, A>> group = next(); !group.isEmpty(); group = next()) {
        serve(group);
      }
      draining.set(false);
      // What came after the last look finds nobody draining, or is found here.
    } while (!waiting.isEmpty() && draining.compareAndSet(false, true));
  }

  private List<Pending<Q, A>> next() {
    List<Pending<Q, A>> group = new ArrayList<>();
    while (group.size() < most) {
      Pending<Q, A> one = waiting.poll();
      if (one == null) {
        break;
      }
      group.add(one);
    }
    return group;
  }

  private void serve(List<Pending<Q, A>> group) {
    try {
      List<A> answers =
          transactions.run(
              connection -> work.on(connection, group.stream().map(Pending::request).toList()));
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(answers.get(i));
      }
    } catch (DatabaseException e) {
      if (group.size() > 1 && e.nothingChanged()) {
        // One of them is to blame, and only that one is to hear of it.
        group.forEach(one -> serve(List.of(one)));
      } else {
        group.forEach(one -> one.answer().completeExceptionally(e));
      }
    } catch (RuntimeException | Error e) {
      group.forEach(one -> one.answer().completeExceptionally(e));
    }
  }
}
