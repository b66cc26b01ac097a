package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.laassoa.endtoend.database.Postgres;

/**
 * The plain way to have a queue in PostgreSQL, without anything of ours: a row is claimed and
 * committed, then completed and committed, by {@link #CLIENTS} clients at once.
 */
interface PlainClaims {

  int CLIENTS = 32;

  String CLAIM =
      """
      UPDATE plain_jobs SET state = 'claimed', claimed_at = now()
      WHERE id = (SELECT id FROM plain_jobs WHERE state = 'queued'
                  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id""";

  /** Where {@code %s} stands for the id. */
  String COMPLETE = "UPDATE plain_jobs SET state = 'done', ended_at = now() WHERE id = %s";

  /** What does it, as the figures name it. */
  String name();

  /**
   * Claims and completes.
   *
   * @param jobsOfEach how many each client does
   * @return jobs a second
   */
  double perSecond(int jobsOfEach) throws SQLException, InterruptedException;

  /** By {@code pgbench} where it is installed, else by JDBC. */
  static PlainClaims on(Postgres postgres) {
    return Pgbench.find(postgres)
        .<PlainClaims>map(pgbench -> pgbench)
        .orElseGet(
            () -> {
              System.err.println("laas bench: no pgbench is installed, JDBC takes its place");
              return new JdbcClaims(postgres);
            });
  }

  /** Makes the table anew with that many jobs. */
  static void fill(Postgres postgres, int jobs) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS plain_jobs");
      statement.execute(
          """
          CREATE TABLE plain_jobs (
              id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              state      text NOT NULL DEFAULT 'queued',
              payload    text NOT NULL,
              claimed_at timestamptz,
              ended_at   timestamptz)
          """);
      statement.execute(
          "INSERT INTO plain_jobs (payload) SELECT repeat('x', 500) FROM generate_series(1, "
              + jobs
              + ")");
      statement.execute("CREATE INDEX ON plain_jobs (id) WHERE state = 'queued'");
      statement.execute("VACUUM ANALYZE plain_jobs");
    }
  }
}
