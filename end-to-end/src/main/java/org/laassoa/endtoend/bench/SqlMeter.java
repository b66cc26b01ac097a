package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.laassoa.endtoend.database.Postgres;

/** How many transactions a database runs a second: every statement is in one. */
final class SqlMeter {

  /** PostgreSQL's processes say what they have done once a second. */
  private static final Duration SAID = Duration.ofMillis(1200);

  private static final String TRANSACTIONS =
      "SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database WHERE datname = 'postgres'";

  private final Postgres postgres;

  SqlMeter(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Something during which transactions are counted. */
  interface Work {
    void run() throws InterruptedException;
  }

  /** Transactions that ended while that work was done. */
  long transactionsDuring(Work work) throws SQLException, InterruptedException {
    long before = transactions();
    work.run();
    Thread.sleep(SAID);
    return transactions() - before;
  }

  private long transactions() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TRANSACTIONS)) {
      row.next();
      return row.getLong(1);
    }
  }
}
