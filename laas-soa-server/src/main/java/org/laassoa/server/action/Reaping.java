package org.laassoa.server.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.database.Parameters;
import org.laassoa.wire.ActionType;

/** Takes actions back from agents that have gone silent. */
final class Reaping {

  /**
   * A lease that ended: the action goes back to the queue while attempts are left and every step
   * that it has come to may repeat. It keeps its turn, so it is among the first again. Rows that
   * another server's reaper or a late report holds are left to it.
   */
  private static final String EXPIRED =
      """
      WITH expired AS (
        SELECT id,
               CASE
                 WHEN cancel_requested THEN 'cancelled'
                 WHEN attempt >= max_attempts THEN 'failed'
                 WHEN EXISTS (
                   SELECT 1 FROM jsonb_array_elements(steps) AS begun
                   WHERE begun ->> 'name' = ANY (unrepeatable_steps)) THEN 'failed'
                 ELSE 'queued'
               END AS next_state,
               jsonb_build_object(
                 'result', 'infrastructure_failed',
                 'step', coalesce(step, 'start'),
                 'reason', 'agent_lost',
                 'detail', CASE
                   WHEN attempt >= max_attempts THEN
                     format('agent lost in attempt %s of %s', attempt, max_attempts)
                   ELSE 'agent lost in or after a step that must not run twice'
                 END) AS lost
        FROM actions
        WHERE state IN ('consumed', 'running') AND lease_until < now()
        ORDER BY id
        LIMIT 1000
        FOR UPDATE SKIP LOCKED
      ),
      """;

  private static final String REQUEUE =
      EXPIRED
          + """
          former AS (
            INSERT INTO former_attempts (
              action_id, attempt, agent_id, agent_name, claimed_at, acknowledged_at, ended_at,
              outcome, steps, log_bytes)
            SELECT actions.id, attempt, agent_id, agent_name, claimed_at, acknowledged_at, now(),
                   jsonb_set(expired.lost, '{detail}', '"agent lost"'),
                   jsonb_set(steps, '{-1, state}', '"failed"'), log_bytes
            FROM actions JOIN expired ON expired.id = actions.id
            WHERE expired.next_state = 'queued'
          )
          UPDATE actions
          SET state = 'queued', agent_id = NULL, agent_name = NULL, claimed_at = NULL,
              acknowledged_at = NULL, lease_until = NULL, step = NULL, steps = '[]', log_bytes = 0
          FROM expired
          WHERE actions.id = expired.id AND expired.next_state = 'queued'
          RETURNING actions.id, actions.type
          """;

  private static final String END =
      EXPIRED
          + """
          ending AS (
            SELECT id, next_state AS state, 'its agent has gone silent' AS note,
                   CASE next_state
                     WHEN 'cancelled' THEN '{"result": "cancelled"}'::jsonb ELSE lost
                   END AS outcome
            FROM expired WHERE next_state <> 'queued'
          ),
          """
          + Ending.MOVE_WITHOUT_REPORT;

  private Reaping() {}

  /**
   * What became of an action whose lease has ended.
   *
   * @param action the action
   * @param requeued its type when it waits again, or nothing when it has ended
   */
  record Reaped(ActionId action, Optional<ActionType> requeued) {}

  /** Sends back to the queue what may be tried again. */
  static List<Reaped> requeue(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, REQUEUE)) {
      return statement.query(
          row -> new Reaped(new ActionId(row.getLong(1)), ActionType.ofWireName(row.getString(2))));
    }
  }

  /** Ends what may not. */
  static List<Reaped> end(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, END)) {
      return statement.query(row -> new Reaped(new ActionId(row.getLong(1)), Optional.empty()));
    }
  }
}
