package org.laassoa.server.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laassoa.server.database.Parameters;

/** Cancels one action, in whatever state it is. */
final class Cancelling {

  private static final String END_QUEUED =
      """
      WITH ending AS (
        SELECT id, 'cancelled' AS state, '{"result": "cancelled"}'::jsonb AS outcome,
               NULL::text AS note
        FROM actions WHERE id = ? AND state = 'queued'
        FOR UPDATE
      ),
      """
          + Ending.MOVE_WITHOUT_REPORT;

  private static final String REQUEST =
      """
      UPDATE actions
      SET cancel_requested = true
      WHERE id = ? AND state IN ('consumed', 'running')
      RETURNING agent_id
      """;

  private static final String STATE =
      """
      SELECT state FROM actions WHERE id = ?
      UNION ALL
      SELECT state FROM ended_actions WHERE id = ?
      """;

  private Cancelling() {}

  /**
   * What became of it.
   *
   * @param state the state after, or nothing when there is no such action
   * @param owner the agent that is to be told to stop, or nothing
   */
  record Cancelled(Optional<ActionState> state, Optional<Long> owner) {}

  static Cancelled cancel(Connection connection, ActionId action) throws SQLException {
    // In this order: what a claim takes in between is found by the second statement.
    Optional<Long> owner = Optional.empty();
    if (numbers(connection, END_QUEUED, action).isEmpty()) {
      owner = numbers(connection, REQUEST, action).stream().findFirst();
    }
    return new Cancelled(state(connection, action), owner);
  }

  static Optional<ActionState> state(Connection connection, ActionId action) throws SQLException {
    try (var statement = Parameters.of(connection, STATE)) {
      return statement
          .add(action.value())
          .add(action.value())
          .query(row -> ActionState.ofWireName(row.getString(1)))
          .stream()
          .findFirst();
    }
  }

  private static List<Long> numbers(Connection connection, String sql, ActionId action)
      throws SQLException {
    try (var statement = Parameters.of(connection, sql)) {
      return statement.add(action.value()).query(row -> row.getLong(1));
    }
  }
}
