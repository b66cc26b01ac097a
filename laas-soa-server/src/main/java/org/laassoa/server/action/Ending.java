package org.laassoa.server.action;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.database.Parameters;

/** Moves actions to their final state: from the table of the queue to that of what has ended. */
final class Ending {

  private static final String MOVED_COLUMNS =
      """
      id, type, priority, max_attempts, queued_at, project_id, parent_image_id, subject, ref_type,
      ref, parameters, retry_of, requested_by, announced, wanted_commit, attempt, agent_id, agent_name, claimed_at,
      acknowledged_at, log_bytes\
      """;

  /**
   * Follows a {@code WITH ... ending (id, state, outcome, note),}: ends what no agent reports on.
   * The step that was under way has failed.
   */
  static final String MOVE_WITHOUT_REPORT =
      """
      gone AS (
        DELETE FROM actions USING ending WHERE actions.id = ending.id RETURNING actions.*
      )
      INSERT INTO ended_actions (%1$s, ended_at, state, outcome, note, steps)
      SELECT %2$s, now(), ending.state, ending.outcome, ending.note,
             jsonb_set(gone.steps, '{-1, state}', '"failed"')
      FROM gone JOIN ending ON ending.id = gone.id
      RETURNING id
      """
          .formatted(MOVED_COLUMNS, MOVED_COLUMNS.replaceAll("(\\w+)", "gone.$1"));

  /** An end that its owner reports, if the log that is stored is as long as the owner says. */
  private static final String REPORTED =
      """
      WITH ending AS (
        SELECT *
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          AS ending (id, attempt, agent_id, state, outcome, steps, images, commit_sha,
            reported_bytes, log_sha256, log_intact)
      ), owned AS (
        SELECT actions.id
        FROM actions JOIN ending ON actions.id = ending.id AND actions.attempt = ending.attempt
          AND actions.agent_id = ending.agent_id
        WHERE actions.state IN ('consumed', 'running')
          AND (ending.reported_bytes IS NULL OR ending.reported_bytes = actions.log_bytes)
        ORDER BY actions.id
        FOR UPDATE OF actions
      ), gone AS (
        DELETE FROM actions USING owned WHERE actions.id = owned.id RETURNING actions.*
      )
      INSERT INTO ended_actions (
        %1$s, ended_at, state, outcome, steps, images, commit_sha, log_sha256, log_intact)
      SELECT %2$s, now(), ending.state, ending.outcome::jsonb, ending.steps::jsonb,
             ending.images::jsonb, ending.commit_sha, ending.log_sha256, ending.log_intact
      FROM gone JOIN ending ON ending.id = gone.id AND ending.attempt = gone.attempt
        AND ending.agent_id = gone.agent_id
      RETURNING id, attempt, agent_id, state,
        CASE WHEN EXISTS (SELECT 1 FROM gone WHERE gone.id = ended_actions.id AND gone.watched)
          THEN project_id END
      """
          .formatted(MOVED_COLUMNS, MOVED_COLUMNS.replaceAll("(\\w+)", "gone.$1"));

  private static final String STORED_LOG =
      """
      SELECT log_bytes FROM actions
      WHERE id = ? AND attempt = ? AND agent_id = ? AND state IN ('consumed', 'running')
      """;

  /** The same agent has ended the same attempt before; what the server ended has a note. */
  private static final String ENDED_BY =
      """
      SELECT state FROM ended_actions
      WHERE id = ? AND attempt = ? AND agent_id = ? AND note IS NULL
      """;

  private Ending() {}

  /**
   * One end.
   *
   * @param completed what became of the report
   * @param freed the project for whose next action there is room now, or nothing
   */
  record End(Completed completed, Optional<Long> freed) {}

  private record Moved(Ownership owner, ActionState state, Optional<Long> freed) {}

  /** Ends what these reports are about. */
  static List<End> complete(Connection connection, List<Completion> reports) throws SQLException {
    // A report that was sent twice at once is one.
    Map<Ownership, Completion> distinct =
        reports.stream().collect(toMap(Completion::owner, one -> one, (one, again) -> one));
    Map<Ownership, Moved> moved =
        move(connection, distinct.values()).stream().collect(toMap(Moved::owner, one -> one));
    List<End> ends = new ArrayList<>();
    for (Completion report : reports) {
      Moved own = moved.get(report.owner());
      ends.add(
          own == null
              ? new End(notMoved(connection, report.owner()), Optional.empty())
              : new End(new Completed.Ended(own.state()), own.freed()));
    }
    return ends;
  }

  private static List<Moved> move(Connection connection, Collection<Completion> reports)
      throws SQLException {
    try (var statement = Parameters.of(connection, REPORTED)) {
      return statement
          .add("bigint", reports, one -> one.owner().action().value())
          .add("integer", reports, one -> one.owner().attempt())
          .add("bigint", reports, one -> one.owner().agentId())
          .add("text", reports, one -> one.state().wireName())
          .add("text", reports, Completion::outcome)
          .add("text", reports, Completion::steps)
          .add("text", reports, Completion::images)
          .add("text", reports, Completion::commit)
          .add("bigint", reports, Completion::logBytes)
          .add("text", reports, Completion::logSha256)
          .add("boolean", reports, Completion::logIntact)
          .query(
              row ->
                  new Moved(
                      new Ownership(new ActionId(row.getLong(1)), row.getInt(2), row.getLong(3)),
                      ActionState.ofWireName(row.getString(4)),
                      Optional.ofNullable(row.getObject(5, Long.class))));
    }
  }

  /** Said before, or too early, or by somebody else. */
  private static Completed notMoved(Connection connection, Ownership owner) throws SQLException {
    List<Long> stored = find(connection, STORED_LOG, owner, row -> row.getLong(1));
    if (!stored.isEmpty()) {
      return new Completed.OtherLogLength(stored.getFirst());
    }
    List<String> ended = find(connection, ENDED_BY, owner, row -> row.getString(1));
    return ended.isEmpty()
        ? new Completed.Superseded()
        : new Completed.Ended(ActionState.ofWireName(ended.getFirst()));
  }

  private static <T> List<T> find(
      Connection connection, String sql, Ownership owner, Parameters.Row<T> row)
      throws SQLException {
    try (var statement = Parameters.of(connection, sql)) {
      return statement
          .add(owner.action().value())
          .add(owner.attempt())
          .add(owner.agentId())
          .query(row);
    }
  }
}
