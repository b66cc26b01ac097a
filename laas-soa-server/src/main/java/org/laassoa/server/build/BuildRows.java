package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Json;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/**
 * Builds as rows: what waits or runs and what has ended are in two tables, and are read alike.
 *
 * @param json reads what is stored as JSON
 */
record BuildRows(Json json) {

  /** What waits or runs. */
  static final String LIVE =
      """
      SELECT id, type, subject, ref_type, ref, parameters, state, attempt, max_attempts, agent_name,
             step, wanted_commit AS commit_sha, '[]'::jsonb AS images, steps, NULL::jsonb AS outcome,
             queued_at, claimed_at, NULL::timestamptz AS ended_at, log_bytes, NULL AS log_sha256,
             NULL::boolean AS log_intact, retry_of, requested_by, priority, held_back,
             NULL AS note, requirement
      FROM actions
      """;

  /** What has ended. */
  static final String ENDED =
      """
      SELECT id, type, subject, ref_type, ref, parameters, state, attempt, max_attempts, agent_name,
             NULL, coalesce(commit_sha, wanted_commit), images, steps, outcome, queued_at, claimed_at,
             ended_at, log_bytes, log_sha256, log_intact, retry_of, requested_by, priority, false,
             note, ''
      FROM ended_actions
      """;

  private static final String HELD_BACK =
      "its project has as many builds under way as it may; it follows when one of them ends";

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
  private static final TypeReference<List<ImageReport>> IMAGES = new TypeReference<>() {};
  private static final TypeReference<List<StepReport>> STEPS = new TypeReference<>() {};

  /** The build of a row of either. */
  BuildView read(ResultSet rows) throws SQLException {
    String outcome = rows.getString(15);
    return new BuildView(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        json.read(rows.getString(6), PARAMETERS),
        rows.getString(7),
        null,
        rows.getInt(8),
        rows.getInt(9),
        rows.getString(10),
        rows.getString(11),
        rows.getString(12),
        images(rows.getString(13)),
        steps(rows.getString(14)),
        outcome == null ? null : json.read(outcome, Outcome.class),
        rows.getTimestamp(16).toInstant(),
        instant(rows, 17),
        instant(rows, 18),
        rows.getLong(19),
        rows.getString(20),
        rows.getObject(21, Boolean.class),
        rows.getObject(22, Long.class),
        rows.getString(23),
        rows.getInt(24),
        labels(rows.getString(27)),
        rows.getBoolean(25) ? HELD_BACK : rows.getString(26),
        null,
        null,
        List.of());
  }

  /** The images of a column. */
  List<ImageReport> images(@Nullable String column) {
    return column == null ? List.of() : json.read(column, IMAGES);
  }

  private List<StepReport> steps(@Nullable String column) {
    return column == null ? List.of() : json.read(column, STEPS);
  }

  private static List<String> labels(@Nullable String requirement) {
    return requirement == null || requirement.isEmpty()
        ? List.of()
        : List.of(requirement.split(","));
  }

  private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
    Timestamp time = rows.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
