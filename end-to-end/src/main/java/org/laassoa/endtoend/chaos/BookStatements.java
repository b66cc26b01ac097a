package org.laassoa.endtoend.chaos;

/** The SQL of the books: the only place that knows the server's tables. */
final class BookStatements {

  private BookStatements() {}

  /** Entries of one action are in the order of its changes: its row is locked while one is made. */
  static final String OPEN =
      """
      CREATE SCHEMA chaos;
      CREATE TABLE chaos.history (
        seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at        timestamptz NOT NULL DEFAULT clock_timestamp(),
        action_id bigint      NOT NULL,
        state     text        NOT NULL,
        attempt   integer     NOT NULL,
        agent_id  bigint
      );
      CREATE INDEX ON chaos.history (action_id, seq);
      CREATE FUNCTION chaos.note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT'
            OR (OLD.state, OLD.attempt, OLD.agent_id)
              IS DISTINCT FROM (NEW.state, NEW.attempt, NEW.agent_id) THEN
          INSERT INTO chaos.history (action_id, state, attempt, agent_id)
          VALUES (NEW.id, NEW.state, NEW.attempt, NEW.agent_id);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER chaos_note AFTER INSERT OR UPDATE ON actions
        FOR EACH ROW EXECUTE FUNCTION chaos.note();
      """;

  static final String HISTORY =
      "SELECT state, attempt, agent_id FROM chaos.history WHERE action_id = ? ORDER BY seq";

  static final String BUILDS =
      "SELECT id FROM builds WHERE parameters ->> 'CHAOS_KEY' = ? ORDER BY id";

  static final String UNENDED =
      "SELECT count(*) FROM actions WHERE state IN ('queued', 'consumed', 'running')";

  static final String ENDINGS =
      """
      SELECT count(*) FROM actions
      WHERE id = ? AND state IN ('succeeded', 'failed', 'cancelled')
      """;

  static final String LEFT_ROWS =
      """
      SELECT (SELECT count(*) FROM attempts WHERE ended_at IS NULL)
        + (SELECT count(*) FROM actions WHERE lease_until IS NOT NULL)
        + (SELECT count(*) FROM log_chunks LEFT JOIN attempts USING (action_id, attempt)
           WHERE attempts.action_id IS NULL)
      """;

  static final String OWNER =
      """
      SELECT agents.name
      FROM builds JOIN actions USING (id) JOIN agents ON agents.id = actions.agent_id
      WHERE builds.subject = ? AND actions.state IN ('consumed', 'running')
      ORDER BY actions.id
      """;
}
