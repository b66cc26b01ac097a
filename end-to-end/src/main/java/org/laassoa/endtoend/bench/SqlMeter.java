package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.laassoa.endtoend.database.Postgres;

/** How many transactions a database has run: every statement is in one. */
record SqlMeter(Postgres postgres) {

  /** PostgreSQL's processes say what they have done once a second. */
  private static final Duration SAID = Duration.ofMillis(1200);

  private static final String TRANSACTIONS =
      "SELECT sum(xact_commit + xact_rollback) FROM pg_stat_database WHERE datname = 'postgres'";

  /** The transactions that have ended so far; waits a moment until all of them are known. */
  long transactions() throws SQLException, InterruptedException {
    Thread.sleep(SAID);
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TRANSACTIONS)) {
      row.next();
      return row.getLong(1);
    }
  }
}
