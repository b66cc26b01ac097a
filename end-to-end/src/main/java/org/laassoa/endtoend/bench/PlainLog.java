package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.laassoa.endtoend.database.Postgres;

/** The plain way to keep log bytes in PostgreSQL, without anything of ours: a row a chunk. */
final class PlainLog {

  private PlainLog() {}

  /** Inserts a chunk so many times, each with its commit; these are megabytes a second. */
  static double write(Postgres postgres, byte[] chunk, int times) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE plain_log (number integer PRIMARY KEY, data bytea)");
      // As the server keeps them: out of line, uncompressed.
      statement.execute("ALTER TABLE plain_log ALTER COLUMN data SET STORAGE EXTERNAL");
      double took;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO plain_log VALUES (?, ?)")) {
        Stopwatch time = new Stopwatch();
        for (int i = 0; i < times; i++) {
          insert.setInt(1, i);
          insert.setBytes(2, chunk);
          insert.executeUpdate();
        }
        took = time.milliseconds();
      }
      statement.execute("DROP TABLE plain_log");
      return (double) times * chunk.length / 1e3 / took;
    }
  }
}
