package org.laassoa.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an older server has written is there after the update. */
class MigrationTest {

  private static final String OLD_ROWS =
      """
      INSERT INTO agents (name, token_hash) VALUES ('agent', 'a');
      INSERT INTO actions (type, payload, script_revision_id, state, attempt, max_attempts,
                           agent_id, lease_until, outcome, ended_at)
      VALUES ('build', '{"unrepeatable_steps": ["compile"]}', 1, 'queued', 1, 2, NULL, NULL, NULL, NULL),
             ('build', '{}', 1, 'running', 1, 2, 1, now(), NULL, NULL),
             ('build', '{}', 1, 'succeeded', 1, 2, 1, NULL, '{"result": "succeeded"}',
              now() - interval '20 days'),
             ('build', '{}', 1, 'cancelled', 0, 2, NULL, NULL, '{"result": "cancelled"}', now());
      INSERT INTO builds (id, subject, ref_type, ref, requested_by)
      SELECT id, 'shop', 'branch', 'main', 'admin' FROM actions;
      INSERT INTO attempts (action_id, attempt, agent_id, agent_name, claimed_at, log_bytes)
      VALUES (1, 1, 1, 'agent', now(), 0), (2, 1, 1, 'agent', now(), 5),
             (3, 1, 1, 'agent', now() - interval '20 days', 3);
      INSERT INTO log_chunks VALUES (2, 1, 0, 'hello'), (3, 1, 0, 'old');
      """;

  @Test
  void the_queue_its_history_and_its_logs_are_moved() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Connection connection = postgres.getPostgresDatabase().getConnection()) {
      Flyway.configure().dataSource(postgres.getPostgresDatabase()).target("001").load().migrate();
      try (var statement = connection.createStatement()) {
        statement.execute(OLD_ROWS);
      }

      Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();

      assertThat(number(connection, "SELECT count(*) FROM actions")).isEqualTo(2);
      assertThat(number(connection, "SELECT count(*) FROM ended_actions")).isEqualTo(2);
      assertThat(number(connection, "SELECT count(*) FROM former_attempts")).isEqualTo(1);
      assertThat(number(connection, "SELECT log_bytes FROM actions WHERE id = 2")).isEqualTo(5);
      assertThat(
              number(
                  connection,
                  """
                  SELECT sum(bytes) FROM log_chunks
                  WHERE claimed_at IN (SELECT claimed_at FROM actions WHERE id = 2
                    UNION ALL SELECT claimed_at FROM ended_actions WHERE id = 3)
                  """))
          .isEqualTo(8);
      assertThat(number(connection, "SELECT nextval('action_numbers')")).isEqualTo(5);
    }
  }

  private static long number(Connection connection, String sql) throws Exception {
    return RealPostgres.number(connection, sql);
  }
}
