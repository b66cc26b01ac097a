package org.laassoa.server.action;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.database.Parameters;
import org.laassoa.wire.ActionType;

/** Takes actions back: from agents that have gone silent, and from those that hand them back. */
final class Reaping {

  /**
   * A lease that ended: the action goes back to the queue while attempts are left and every step
   * that it has come to may repeat. It keeps its turn, so it is among the first again. Rows that
   * another server's reaper or a late report holds are left to it.
   */
  private static final String EXPIRED =
      """
      WITH taken AS (
        SELECT id,
               CASE
                 WHEN cancel_requested THEN 'cancelled'
                 WHEN attempt >= max_attempts THEN 'failed'
                 WHEN %s THEN 'failed'
                 ELSE 'queued'
               END AS next_state,
               jsonb_build_object(
                 'result', 'infrastructure_failed',
                 'step', coalesce(step, 'start'),
                 'reason', 'agent_lost',
                 'detail', CASE
                   WHEN attempt >= max_attempts THEN
                     format('agent lost in attempt %%s of %%s', attempt, max_attempts)
                   ELSE 'agent lost in or after a step that must not run twice'
                 END) AS lost,
               jsonb_build_object(
                 'result', 'infrastructure_failed', 'step', coalesce(step, 'start'),
                 'reason', 'agent_lost', 'detail', 'agent lost') AS former,
               'its agent has gone silent' AS note,
               0 AS further_attempts
        FROM actions
        WHERE state IN ('consumed', 'running') AND lease_until < now()
        ORDER BY id
        LIMIT 1000
        FOR UPDATE SKIP LOCKED
      ),
      """
          .formatted(begunWhatMustNotRepeat());

  /** An owner that ends and says so: it does not count as one of the attempts that may fail. */
  private static final String HANDED_BACK =
      """
      WITH taken AS (
        SELECT id,
               CASE
                 WHEN cancel_requested THEN 'cancelled'
                 WHEN %s THEN 'failed'
                 ELSE 'queued'
               END AS next_state,
               jsonb_build_object(
                 'result', 'infrastructure_failed',
                 'step', coalesce(step, 'start'),
                 'reason', 'agent_lost',
                 'detail', 'the agent was shut down in or after a step that must not run twice')
                 AS lost,
               ?::jsonb AS former,
               'its agent was shut down' AS note,
               1 AS further_attempts
        FROM actions
        WHERE state IN ('consumed', 'running') AND id = ? AND attempt = ? AND agent_id = ?
        FOR UPDATE
      ),
      """
          .formatted(begunWhatMustNotRepeat());

  private static final String REQUEUE =
      """
      former AS (
        INSERT INTO former_attempts (
          action_id, attempt, agent_id, agent_name, claimed_at, acknowledged_at, ended_at, outcome,
          steps, log_bytes)
        SELECT actions.id, attempt, agent_id, agent_name, claimed_at, acknowledged_at, now(),
               taken.former, jsonb_set(steps, '{-1, state}', '"failed"'), log_bytes
        FROM actions JOIN taken ON taken.id = actions.id
        WHERE taken.next_state = 'queued'
      )
      UPDATE actions
      SET state = 'queued', agent_id = NULL, agent_name = NULL, claimed_at = NULL,
          acknowledged_at = NULL, lease_until = NULL, step = NULL, steps = '[]', log_bytes = 0,
          max_attempts = max_attempts + taken.further_attempts
      FROM taken
      WHERE actions.id = taken.id AND taken.next_state = 'queued'
      RETURNING actions.id, actions.type, actions.requirement
      """;

  private static final String END =
      """
      ending AS (
        SELECT id, next_state AS state, note,
               CASE next_state
                 WHEN 'cancelled' THEN '{"result": "cancelled"}'::jsonb ELSE lost
               END AS outcome
        FROM taken WHERE next_state <> 'queued'
      ),
      """
          + Ending.MOVE_WITHOUT_REPORT;

  private static final String NOTE_STEPS =
      """
      UPDATE actions SET steps = ?::jsonb
      WHERE state IN ('consumed', 'running') AND id = ? AND attempt = ? AND agent_id = ?
      """;

  private Reaping() {}

  private static String begunWhatMustNotRepeat() {
    return """
        EXISTS (SELECT 1 FROM jsonb_array_elements(steps) AS begun
                        WHERE begun ->> 'name' = ANY (unrepeatable_steps))\
        """;
  }

  /**
   * What became of an action that was taken back.
   *
   * @param action the action
   * @param requeued its lane when it waits again, or nothing when it has ended
   */
  record Reaped(ActionId action, Optional<Lane> requeued) {}

  /** Sends back to the queue what silent agents held and may be tried again. */
  static List<Reaped> requeue(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, EXPIRED + REQUEUE)) {
      return statement.query(Reaping::requeued);
    }
  }

  /** Ends what silent agents held and may not. */
  static List<Reaped> end(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, EXPIRED + END)) {
      return statement.query(Reaping::ended);
    }
  }

  /**
   * Takes back what its owner hands back.
   *
   * @param back the owner, and how far it came
   * @return what became of it, or nothing when somebody else owns it
   */
  static Optional<Reaped> handBack(Connection connection, HandBack back) throws SQLException {
    Ownership owner = back.owner();
    if (back.steps() != null) {
      try (var statement = owned(Parameters.of(connection, NOTE_STEPS).add(back.steps()), owner)) {
        statement.update();
      }
    }
    try (var requeue =
            owned(Parameters.of(connection, HANDED_BACK + REQUEUE).add(back.outcome()), owner);
        var end = owned(Parameters.of(connection, HANDED_BACK + END).add(back.outcome()), owner)) {
      List<Reaped> requeued = requeue.query(Reaping::requeued);
      return (requeued.isEmpty() ? end.query(Reaping::ended) : requeued).stream().findFirst();
    }
  }

  private static Parameters owned(Parameters statement, Ownership owner) throws SQLException {
    return statement.add(owner.action().value()).add(owner.attempt()).add(owner.agentId());
  }

  private static Reaped requeued(ResultSet row) throws SQLException {
    String requirement = row.getString(3);
    return new Reaped(
        new ActionId(row.getLong(1)),
        ActionType.ofWireName(row.getString(2)).map(type -> new Lane(type, requirement)));
  }

  private static Reaped ended(ResultSet row) throws SQLException {
    return new Reaped(new ActionId(row.getLong(1)), Optional.empty());
  }
}
