package org.laassoa.server.console.administration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.laassoa.server.database.EmbeddedDatabase;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** Looks at the database. */
@ApplicationScoped
class DatabaseFacts {

  private static final String LOOK =
      """
      SELECT current_setting('server_version'), pg_database_size(current_database()),
             (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
             current_setting('max_connections')::integer
      """;

  private final Transactions transactions;

  DatabaseFacts(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The database.
   *
   * @param embedded whether it is the server's own
   * @param version PostgreSQL's version
   * @param size how much it holds
   * @param connections how many there are to it
   * @param mostConnections how many there may be
   * @param millis how long it took to say so, in milliseconds
   */
  record Facts(
      boolean embedded,
      String version,
      String size,
      long connections,
      int mostConnections,
      long millis) {}

  Facts now() {
    long begin = System.nanoTime();
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LOOK)) {
            return statement
                .query(
                    row ->
                        new Facts(
                            EmbeddedDatabase.isUsed(),
                            row.getString(1),
                            Bytes.text(row.getLong(2)),
                            row.getLong(3),
                            row.getInt(4),
                            Duration.ofNanos(System.nanoTime() - begin).toMillis()))
                .getFirst();
          }
        });
  }
}
