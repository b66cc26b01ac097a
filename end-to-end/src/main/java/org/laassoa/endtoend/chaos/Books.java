package org.laassoa.endtoend.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laassoa.endtoend.database.Postgres;

/**
 * What PostgreSQL itself says, asked past the servers; and what it was made to write down of every
 * change of an action's owner. Waits for a database that is away.
 */
final class Books {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long RETRY_MILLIS = 100;

  private final Postgres postgres;

  Books(Postgres postgres) {
    this.postgres = postgres;
  }

  /**
   * One state of an action, as a trigger has seen it.
   *
   * @param state where it is in its life
   * @param attempt the attempt
   * @param agent the owner's id; 0 without one
   */
  record Entry(String state, int attempt, long agent) {

    boolean owned() {
      return state.equals("consumed") || state.equals("running");
    }

    boolean ended() {
      return !owned() && !state.equals("queued");
    }
  }

  /** Has every change of an action written down from now on, in its own transaction. */
  void open() throws InterruptedException {
    ask(BookStatements.OPEN, statement -> statement.execute());
  }

  /** The states of an action, the oldest first. */
  List<Entry> history(long action) throws InterruptedException {
    return rows(
        BookStatements.HISTORY,
        row -> new Entry(row.getString(1), row.getInt(2), row.getLong(3)),
        action);
  }

  /** The builds that were asked for with that key. */
  List<Long> builds(String key) throws InterruptedException {
    return rows(BookStatements.BUILDS, row -> row.getLong(1), key);
  }

  /** How many actions have not ended. */
  long unended() throws InterruptedException {
    return rows(BookStatements.UNENDED, row -> row.getLong(1)).getFirst();
  }

  /** How many rows there are that only an action that has not ended may have. */
  long leftRows() throws InterruptedException {
    return rows(BookStatements.LEFT_ROWS, row -> row.getLong(1)).getFirst();
  }

  /** How many rows say how this action ended. */
  long endings(long action) throws InterruptedException {
    return rows(BookStatements.ENDINGS, row -> row.getLong(1), action).getFirst();
  }

  /** The name of the agent that owns a build of that project now. */
  Optional<String> owner(String project) throws InterruptedException {
    return rows(BookStatements.OWNER, row -> row.getString(1), project).stream().findFirst();
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Reader<T> reader, Object... parameters)
      throws InterruptedException {
    return ask(
        sql,
        statement -> {
          for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
          }
          List<T> read = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              read.add(reader.read(rows));
            }
          }
          return read;
        });
  }

  private <T> T ask(String sql, Work<T> work) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = postgres.connect();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        return work.on(statement);
      } catch (SQLException e) {
        boolean away = e.getSQLState() != null && e.getSQLState().matches("08.*|57P.*");
        if (!away || System.nanoTime() > deadline) {
          throw new IllegalStateException("PostgreSQL refuses what the books ask", e);
        }
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }
}
