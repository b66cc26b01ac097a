package org.laassoa.endtoend.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.laassoa.endtoend.database.Postgres;

/** Fills the queue's tables as years of use would, each row after one that the server has made. */
final class QueueFill {

  /** The order of hand-out goes on as if one project had enqueued all of them. */
  private static final String QUEUED =
      """
      INSERT INTO actions (
          id, type, priority, turn, plan_id, script_revision_id, max_attempts, project_id, subject,
          ref_type, ref, requested_by)
      SELECT nextval('action_numbers'), a.type, a.priority, a.turn + n, a.plan_id,
             a.script_revision_id, a.max_attempts, a.project_id, a.subject, a.ref_type, a.ref,
             a.requested_by
      FROM (SELECT * FROM actions WHERE state = 'queued' ORDER BY turn DESC LIMIT 1) a,
           generate_series(1, ?) n
      """;

  private static final String TURNS =
      """
      UPDATE fair_turns t SET turn = greatest(t.turn, a.turn)
      FROM (SELECT type, priority, project_id, max(turn) AS turn FROM actions GROUP BY 1, 2, 3) a
      WHERE t.type = a.type AND t.priority = a.priority AND t.subject = a.project_id
      """;

  private static final String WEEKS =
      "SELECT create_weeks('ended_actions', now() - interval '28 days', now())";

  /** Over the last four weeks, evenly. */
  private static final String ENDED =
      """
      INSERT INTO ended_actions (
          id, ended_at, type, state, priority, outcome, max_attempts, queued_at, project_id, subject,
          ref_type, ref, parameters, requested_by, attempt, agent_id, agent_name, claimed_at,
          acknowledged_at, steps, log_bytes)
      SELECT nextval('action_numbers'), e.ended_at - age, e.type, e.state, e.priority, e.outcome,
             e.max_attempts, e.queued_at - age, e.project_id, e.subject, e.ref_type, e.ref,
             e.parameters, e.requested_by, e.attempt, e.agent_id, e.agent_name, e.claimed_at - age,
             e.acknowledged_at - age, e.steps, e.log_bytes
      FROM (SELECT * FROM ended_actions LIMIT 1) e,
           (SELECT interval '28 days' * n / ? AS age FROM generate_series(1, ?) n) ages
      """;

  private QueueFill() {}

  /**
   * Adds rows; one of either kind has to be there.
   *
   * @param queued how many that wait
   * @param ended how many that have ended
   */
  static void add(Postgres postgres, int queued, int ended) throws SQLException {
    try (Connection connection = postgres.connect()) {
      try (PreparedStatement insert = connection.prepareStatement(QUEUED)) {
        insert.setInt(1, queued);
        insert.executeUpdate();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(TURNS);
        statement.execute(WEEKS);
      }
      try (PreparedStatement insert = connection.prepareStatement(ENDED)) {
        insert.setInt(1, ended);
        insert.setInt(2, ended);
        insert.executeUpdate();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM ANALYZE actions");
        statement.execute("VACUUM ANALYZE ended_actions");
        statement.execute("CHECKPOINT");
      }
    }
  }
}
