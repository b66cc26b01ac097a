package org.laassoa.server.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.laassoa.server.database.Parameters;
import org.laassoa.wire.ActionType;

/**
 * Makes held back actions ready as far as their project's limit allows. Whoever adds to a project
 * with a limit adds held back, and whoever ends calls this after: so the limit is kept in one place
 * only, under one lock.
 */
final class Promoting {

  /** Says for what in the database the second number is a lock. */
  private static final int LOCK = 0x6c616173;

  private static final String TAKE_LOCK = "SELECT pg_advisory_xact_lock(?, ?::bigint::integer)";

  private static final String PROMOTE =
      """
      WITH chosen AS (
        SELECT id
        FROM actions
        WHERE project_id = ? AND held_back
        ORDER BY priority DESC, turn, id
        LIMIT greatest(0,
          coalesce((SELECT max_concurrent FROM projects WHERE id = ?), 1000000)
          - (SELECT count(*) FROM actions WHERE watched AND NOT held_back AND project_id = ?))
        FOR UPDATE SKIP LOCKED
      )
      UPDATE actions SET held_back = false
      FROM chosen
      WHERE actions.id = chosen.id
      RETURNING actions.type, actions.requirement
      """;

  private static final String HOLDING_BACK =
      "SELECT DISTINCT project_id FROM actions WHERE held_back";

  private Promoting() {}

  /** Makes actions of a project ready; their lanes. */
  static List<Lane> promote(Connection connection, long project) throws SQLException {
    try (var lock = Parameters.of(connection, TAKE_LOCK)) {
      lock.add(LOCK).add(project).query(row -> row.getString(1));
    }
    // A statement of its own: it sees what others did while the lock was waited for.
    try (var statement = Parameters.of(connection, PROMOTE)) {
      return statement
          .add(project)
          .add(project)
          .add(project)
          .query(
              row ->
                  new Lane(
                      ActionType.ofWireName(row.getString(1)).orElseThrow(), row.getString(2)));
    }
  }

  /** The projects that have something held back. */
  static List<Long> holdingBack(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, HOLDING_BACK)) {
      return statement.query(row -> row.getLong(1));
    }
  }
}
