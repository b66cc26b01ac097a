package org.laassoa.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgres.class)
class GroupCommitTest {

  private final List<Integer> groups = new ArrayList<>();
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private Transactions transactions;
  private GroupCommit<Integer, Integer> numbers;

  @BeforeEach
  void emptyTable(Transactions given) {
    transactions = given;
    execute("DROP TABLE IF EXISTS grouped");
    execute("CREATE TABLE grouped (number integer CHECK (number <> 1300))");
    numbers = new GroupCommit<>(transactions, 100, this::insert);
  }

  /** The first group waits until the test lets it go, so that the others gather. */
  private List<Integer> insert(Connection connection, List<Integer> requests) throws SQLException {
    groups.add(requests.size());
    try {
      firstMayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (Integer number : requests) {
      RealPostgres.execute(connection, "INSERT INTO grouped VALUES (?)", number);
    }
    return requests.stream().map(number -> number * 10).toList();
  }

  @Test
  void what_arrives_during_a_commit_is_committed_together() {
    List<CompletableFuture<Integer>> answers = submit(50);

    firstMayEnd.countDown();

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyElementsOf(tens(50));
    assertThat(groups.size()).isLessThanOrEqualTo(3);
    assertThat(stored()).isEqualTo(50);
  }

  @Test
  void only_the_one_to_blame_gets_an_error() {
    List<CompletableFuture<Integer>> answers = submit(12);
    CompletableFuture<Integer> refused = numbers.submit(1300);
    CompletableFuture<Integer> after = numbers.submit(14);

    firstMayEnd.countDown();

    assertThatThrownBy(refused::join).hasCauseInstanceOf(DatabaseException.class);
    assertThat(after.join()).isEqualTo(140);
    assertThat(answers).extracting(CompletableFuture::join).containsExactlyElementsOf(tens(12));
    assertThat(stored()).isEqualTo(13);
  }

  @Test
  void one_that_comes_alone_is_served_at_once() {
    firstMayEnd.countDown();

    int answer = numbers.serve(7);

    assertThat(answer).isEqualTo(70);
    assertThat(groups).containsExactly(1);
  }

  private List<CompletableFuture<Integer>> submit(int count) {
    return IntStream.range(0, count).mapToObj(numbers::submit).toList();
  }

  private static List<Integer> tens(int count) {
    return IntStream.range(0, count).mapToObj(number -> number * 10).toList();
  }

  private long stored() {
    return transactions.run(
        connection -> RealPostgres.number(connection, "SELECT count(*) FROM grouped"));
  }

  private void execute(String sql) {
    transactions.run(connection -> RealPostgres.execute(connection, sql));
  }
}
