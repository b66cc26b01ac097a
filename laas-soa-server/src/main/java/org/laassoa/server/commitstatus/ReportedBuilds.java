package org.laassoa.server.commitstatus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;

/** The builds whose state is told. */
final class ReportedBuilds {

  /** One that has ended is in the other table alone. */
  private static final String FIND =
      """
      SELECT builds.ref, builds.wanted_commit, builds.commit_sha
      FROM (
        SELECT project_id, ref, wanted_commit, NULL AS commit_sha FROM actions WHERE id = ?
        UNION ALL
        SELECT project_id, ref, wanted_commit, commit_sha FROM ended_actions WHERE id = ?
      ) AS builds JOIN projects ON projects.id = builds.project_id
      WHERE projects.report_status AND builds.ref IS NOT NULL
      """;

  private static final String HAS_ENDED = "SELECT count(*) FROM ended_actions WHERE id = ?";

  private static final String IS_OVERTAKEN =
      """
      SELECT count(*) FROM deliveries
      WHERE kind = 'commit_status' AND subject = ? AND state = 'delivered'
        AND (payload::jsonb ->> 'build')::bigint > ?
      """;

  private ReportedBuilds() {}

  /**
   * A build of a project that wants its states told.
   *
   * @param ref the branch or tag
   * @param wanted the commit that the push spoke of, or null
   * @param built the commit that was built, or null while it is not known
   */
  record Reported(String ref, @Nullable String wanted, @Nullable String built) {}

  /** The build of that number. */
  static Optional<Reported> find(Connection connection, long build) throws SQLException {
    try (var statement = Parameters.of(connection, FIND)) {
      return statement.add(build).add(build).query(ReportedBuilds::reported).stream().findFirst();
    }
  }

  /** Whether the build has ended. */
  static boolean hasEnded(Connection connection, long build) throws SQLException {
    try (var statement = Parameters.of(connection, HAS_ENDED)) {
      return statement.add(build).queryNumber() > 0;
    }
  }

  /** Whether a newer build's state has been told at the commit that the deliveries are about. */
  static boolean isOvertaken(Connection connection, String subject, long build)
      throws SQLException {
    try (var statement = Parameters.of(connection, IS_OVERTAKEN)) {
      return statement.add(subject).add(build).queryNumber() > 0;
    }
  }

  private static Reported reported(ResultSet row) throws SQLException {
    return new Reported(
        row.getString("ref"), row.getString("wanted_commit"), row.getString("commit_sha"));
  }
}
