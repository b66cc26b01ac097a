package org.laassoa.server.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;

@ExtendWith(RealPostgres.class)
class RepeatedRequestsTest {

  private static final String ONE = "01".repeat(32);
  private static final String OTHER = "02".repeat(32);

  private final String name = UUID.randomUUID().toString();
  private QueueFixture world;

  @BeforeEach
  void emptyQueue(Transactions transactions) {
    world = new QueueFixture(transactions);
  }

  @Test
  void a_repeated_request_finds_what_the_first_one_added() {
    EnqueueAnswer first = enqueue(key("a", ONE), action());

    EnqueueAnswer again = enqueue(key("a", ONE), action());

    assertThat(again).isEqualTo(new EnqueueAnswer.Replayed(added(first)));
    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void another_request_with_the_same_key_is_refused() {
    enqueue(key("a", ONE), action());

    EnqueueAnswer other = enqueue(key("a", OTHER), action());

    assertThat(other).isEqualTo(new EnqueueAnswer.KeyReused());
    assertThat(queued()).isEqualTo(1);
  }

  @Test
  void the_same_key_of_somebody_else_is_another_one() {
    enqueue(key("a", ONE), action());

    EnqueueAnswer other = enqueue(new IdempotencyKey("b" + name, "a", ONE), action());

    assertThat(other).isInstanceOf(EnqueueAnswer.Added.class);
    assertThat(queued()).isEqualTo(2);
  }

  @Test
  void fifty_at_once_on_two_servers_add_one(Transactions transactions) throws Exception {
    List<ActionQueue> servers = List.of(world.queue, new QueueFixture(transactions).queue);
    CyclicBarrier together = new CyclicBarrier(50);
    List<Future<EnqueueAnswer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        ActionQueue server = servers.get(i % 2);
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return server.enqueue(
                      new EnqueueRequest(List.of(action(), action()), key("a", ONE)));
                }));
      }
    }

    List<EnqueueAnswer> all = new ArrayList<>();
    for (Future<EnqueueAnswer> answer : answers) {
      all.add(answer.get());
    }

    assertThat(all).filteredOn(EnqueueAnswer.Added.class::isInstance).hasSize(1);
    assertThat(all.stream().map(RepeatedRequestsTest::added).distinct()).hasSize(1);
    assertThat(queued()).isEqualTo(2);
  }

  @Test
  void a_key_that_brought_nothing_is_free_again() {
    EnqueueAnswer gone =
        enqueue(key("a", ONE), QueueFixture.action(List.of(), 1, 0, 987654321L, "main"));

    EnqueueAnswer again = enqueue(key("a", OTHER), action());

    assertThat(gone).isEqualTo(new EnqueueAnswer.SubjectGone());
    assertThat(again).isInstanceOf(EnqueueAnswer.Added.class);
  }

  @Test
  void a_server_that_dies_before_the_commit_leaves_the_key_to_the_next_one(
      Transactions transactions) throws Exception {
    try (OpenTransaction<Long> dying =
        OpenTransaction.after(transactions, connection -> write(connection, key("a", ONE)))) {
      Future<EnqueueAnswer> waiting = dying.block(() -> enqueue(key("a", ONE), action()));

      world.sql(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE state = 'idle in transaction' AND pid IN (
            SELECT unnest(pg_blocking_pids(blocked.pid)) FROM pg_stat_activity AS blocked)
          """);

      assertThat(waiting.get()).isInstanceOf(EnqueueAnswer.Added.class);
    }
  }

  private static Long write(Connection connection, IdempotencyKey key) throws SQLException {
    return (long)
        RealPostgres.execute(
            connection,
            """
            INSERT INTO idempotency_keys (caller, key, request_hash, actions)
            VALUES (?, ?, decode(?, 'hex'), '{1}')
            """,
            key.caller(),
            key.key(),
            key.requestHash());
  }

  @Test
  void without_a_key_each_request_adds() {
    world.queue.enqueue(List.of(action()));

    world.queue.enqueue(List.of(action()));

    assertThat(queued()).isEqualTo(2);
  }

  private EnqueueAnswer enqueue(IdempotencyKey key, NewAction action) {
    return world.queue.enqueue(new EnqueueRequest(List.of(action), key));
  }

  private IdempotencyKey key(String key, String hash) {
    return new IdempotencyKey(name, key, hash);
  }

  private static NewAction action() {
    return QueueFixture.action(List.of(), 1, 0, null, null);
  }

  private static List<ActionId> added(EnqueueAnswer answer) {
    return switch (answer) {
      case EnqueueAnswer.Added(List<ActionId> actions) -> actions;
      case EnqueueAnswer.Replayed(List<ActionId> actions) -> actions;
      case EnqueueAnswer.KeyReused reused -> List.of();
      case EnqueueAnswer.SubjectGone gone -> List.of();
    };
  }

  private long queued() {
    return world.transactions.run(
        connection -> RealPostgres.number(connection, "SELECT count(*) FROM actions"));
  }
}
