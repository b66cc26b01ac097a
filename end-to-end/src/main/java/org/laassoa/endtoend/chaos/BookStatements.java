package org.laassoa.endtoend.chaos;

/** The SQL of the books: the only place that knows the server's tables. */
final class BookStatements {

  private BookStatements() {}

  /**
   * What has ended is in a table of its own. Entries of one action are in the order of its changes:
   * its row is locked while one is made, and moved when it ends.
   */
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
      CREATE TRIGGER chaos_note AFTER INSERT OR UPDATE ON ended_actions
        FOR EACH ROW EXECUTE FUNCTION chaos.note();
      """;

  static final String HISTORY =
      "SELECT state, attempt, agent_id FROM chaos.history WHERE action_id = ? ORDER BY seq";

  static final String BUILDS =
      """
      WITH wanted AS (SELECT ? AS key)
      SELECT id FROM actions, wanted WHERE parameters ->> 'CHAOS_KEY' = key
      UNION
      SELECT id FROM ended_actions, wanted WHERE parameters ->> 'CHAOS_KEY' = key
      ORDER BY id
      """;

  static final String UNENDED = "SELECT count(*) FROM actions";

  static final String ENDINGS = "SELECT count(*) FROM ended_actions WHERE id = ?";

  /** Rows of what has not ended, and pieces of logs whose attempt is in no table. */
  static final String LEFT_ROWS =
      """
      SELECT (SELECT count(*) FROM actions)
        + (SELECT count(*) FROM log_chunks c
           WHERE NOT EXISTS (
               SELECT FROM ended_actions e WHERE e.id = c.action_id AND e.attempt = c.attempt)
             AND NOT EXISTS (
               SELECT FROM former_attempts f
               WHERE f.action_id = c.action_id AND f.attempt = c.attempt))
      """;

  static final String OWNER =
      """
      SELECT agent_name FROM actions
      WHERE subject = ? AND state IN ('consumed', 'running')
      ORDER BY id
      """;
}
