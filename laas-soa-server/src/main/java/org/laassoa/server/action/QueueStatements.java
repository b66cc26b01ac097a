package org.laassoa.server.action;

/** The SQL of the queue. Time is the database's: no agent's and no server's clock decides. */
final class QueueStatements {

  private QueueStatements() {}

  static final String ENQUEUE =
      """
      INSERT INTO actions (type, payload, script_revision_id, max_attempts)
      VALUES (?, ?::jsonb, ?, ?)
      RETURNING id
      """;

  /** Rows that another claim holds are skipped, so two claims never wait for each other. */
  static final String CLAIM =
      """
      WITH ready AS (
        SELECT id
        FROM actions
        WHERE state = 'queued' AND type = ANY (?)
        ORDER BY priority DESC, id
        LIMIT ?
        FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE actions
        SET state = 'consumed', attempt = actions.attempt + 1, agent_id = ?, step = NULL,
            lease_until = now() + ? * interval '1 millisecond'
        FROM ready
        WHERE actions.id = ready.id
        RETURNING actions.id, actions.attempt, actions.type, actions.payload
      ), noted AS (
        INSERT INTO attempts (action_id, attempt, agent_id, agent_name)
        SELECT id, attempt, ?, ? FROM claimed
      )
      SELECT id, attempt, type, payload FROM claimed ORDER BY id
      """;

  /** What this agent was given and never spoke of: the answer was lost, or is still on its way. */
  static final String HAND_OUT_AGAIN =
      """
      UPDATE actions
      SET lease_until = now() + ? * interval '1 millisecond'
      WHERE agent_id = ? AND state = 'consumed' AND NOT (id = ANY (?))
      RETURNING id, attempt, type, payload
      """;

  /**
   * The steps of an attempt that runs are those that its polls have named, by the database's time;
   * the agent's own report replaces them at the end.
   */
  static final String RENEW =
      """
      WITH renewed AS (
        UPDATE actions
        SET state = 'running', step = coalesce(held.step, actions.step),
            lease_until = now() + ? * interval '1 millisecond'
        FROM unnest(?, ?, ?) AS held (id, attempt, step)
        WHERE actions.id = held.id AND actions.attempt = held.attempt AND actions.agent_id = ?
          AND actions.state IN ('consumed', 'running')
        RETURNING actions.id, actions.attempt, actions.cancel_requested, actions.step
      ), acknowledged AS (
        UPDATE attempts
        SET acknowledged_at = coalesce(acknowledged_at, now()),
            steps = CASE
              WHEN renewed.step IS NULL OR renewed.step = steps -> -1 ->> 'name' THEN steps
              ELSE
                jsonb_set(
                  jsonb_set(steps, '{-1, state}', '"succeeded"'), '{-1, ended_at}', to_jsonb(now()))
                || jsonb_build_array(
                  jsonb_build_object(
                    'name', renewed.step, 'state', 'running', 'started_at', now()))
            END
        FROM renewed
        WHERE attempts.action_id = renewed.id AND attempts.attempt = renewed.attempt
          AND (attempts.acknowledged_at IS NULL
            OR renewed.step IS DISTINCT FROM steps -> -1 ->> 'name')
      )
      SELECT id, attempt, cancel_requested FROM renewed
      """;

  /** The first word of an owner about an action acknowledges it. */
  static final String ACKNOWLEDGE =
      """
      UPDATE actions
      SET state = 'running'
      WHERE id = ? AND attempt = ? AND agent_id = ? AND state IN ('consumed', 'running')
      """;

  static final String END =
      """
      UPDATE actions
      SET state = ?, outcome = ?::jsonb, ended_at = now(), lease_until = NULL, step = NULL
      WHERE id = ?
      """;

  static final String END_ATTEMPT =
      """
      UPDATE attempts
      SET acknowledged_at = coalesce(acknowledged_at, now()), ended_at = now(),
          outcome = ?::jsonb, steps = ?::jsonb, images = ?::jsonb, commit_sha = ?,
          log_sha256 = ?, log_intact = ?
      WHERE action_id = ? AND attempt = ?
      """;

  static final String ENDED_BY =
      """
      SELECT 1
      FROM actions JOIN attempts ON attempts.action_id = actions.id
      WHERE actions.id = ? AND attempts.attempt = ? AND attempts.agent_id = ?
        AND actions.attempt = attempts.attempt AND attempts.ended_at IS NOT NULL
        AND actions.state IN ('succeeded', 'failed', 'cancelled')
      """;

  static final String CANCEL_QUEUED =
      """
      UPDATE actions
      SET state = 'cancelled', ended_at = now(), outcome = '{"result": "cancelled"}'
      WHERE id = ? AND state = 'queued'
      """;

  static final String REQUEST_CANCEL =
      """
      UPDATE actions
      SET cancel_requested = true
      WHERE id = ? AND state IN ('consumed', 'running')
      """;

  static final String HOLDS_SCRIPTS =
      """
      SELECT 1
      FROM actions
      WHERE agent_id = ? AND script_revision_id = ? AND state IN ('consumed', 'running')
      """;

  /** Both partial indexes have what this counts. */
  static final String COUNT_UNENDED =
      """
      SELECT state, count(*) FROM actions WHERE state = 'queued' GROUP BY state
      UNION ALL
      SELECT state, count(*) FROM actions WHERE state IN ('consumed', 'running') GROUP BY state
      """;

  static final String STATE = "SELECT state FROM actions WHERE id = ?";

  /**
   * A lease that ended: the action goes back to the queue while attempts are left and the step it
   * was in may repeat. Rows that another server's reaper or a late report holds are left to it.
   */
  static final String REAP =
      """
      WITH expired AS (
        SELECT id, attempt, state AS old_state,
               CASE
                 WHEN cancel_requested THEN 'cancelled'
                 WHEN attempt >= max_attempts THEN 'failed'
                 WHEN coalesce(payload -> 'unrepeatable_steps' @> to_jsonb(step), false) THEN 'failed'
                 ELSE 'queued'
               END AS next_state,
               jsonb_build_object(
                 'result', 'infrastructure_failed',
                 'step', coalesce(step, 'start'),
                 'reason', 'agent_lost',
                 'detail', CASE
                   WHEN attempt >= max_attempts THEN
                     format('agent lost in attempt %s of %s', attempt, max_attempts)
                   ELSE 'agent lost in a step that must not run twice'
                 END) AS lost
        FROM actions
        WHERE state IN ('consumed', 'running') AND lease_until < now()
        ORDER BY lease_until
        LIMIT 1000
        FOR UPDATE SKIP LOCKED
      ), moved AS (
        UPDATE actions
        SET state = next_state, lease_until = NULL, step = NULL,
            ended_at = CASE WHEN next_state = 'queued' THEN NULL ELSE now() END,
            outcome = CASE next_state
              WHEN 'queued' THEN NULL
              WHEN 'cancelled' THEN '{"result": "cancelled"}'::jsonb
              ELSE lost
            END
        FROM expired
        WHERE actions.id = expired.id
        RETURNING actions.id, actions.state, actions.attempt
      ), noted AS (
        UPDATE attempts
        SET ended_at = now(), steps = jsonb_set(steps, '{-1, state}', '"failed"'),
            outcome = jsonb_set(expired.lost, '{detail}', '"agent lost"')
        FROM expired
        WHERE attempts.action_id = expired.id AND attempts.attempt = expired.attempt
      )
      SELECT id, state, attempt FROM moved
      """;

  /** After a start: agents could not renew while no server was there to ask. */
  static final String GRANT_GRACE =
      """
      UPDATE actions
      SET lease_until = greatest(lease_until, now() + ? * interval '1 millisecond')
      WHERE state IN ('consumed', 'running')
      """;
}
