package org.laassoa.server.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What there is to say of the database as a whole. */
@ApplicationScoped
public class DatabaseFacts {

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
   * @param bytes how much it holds
   * @param connections how many there are to it
   * @param mostConnections how many there may be
   * @param millis how long it took to say so, in milliseconds
   */
  public record Facts(
      boolean embedded,
      String version,
      long bytes,
      long connections,
      int mostConnections,
      long millis) {}

  /** Looks at it. */
  public Facts now() {
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
                            row.getLong(2),
                            row.getLong(3),
                            row.getInt(4),
                            Duration.ofNanos(System.nanoTime() - begin).toMillis()))
                .getFirst();
          }
        });
  }
}
