package org.laassoa.server.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Json;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.Outcome;

/** The columns of {@link BuildLine} in the two tables of builds, and how a row of them is read. */
final class BuildLines {

  /** Of the table actions. */
  static final String LIVE =
      """
      id, type, subject, ref_type, ref, state, step, wanted_commit AS commit_sha, agent_name,
      requested_by, queued_at, claimed_at, NULL::timestamptz AS ended_at, requirement, held_back,
      NULL::jsonb AS outcome, project_id
      """;

  /** Of the table ended_actions. */
  static final String ENDED =
      """
      id, type, subject, ref_type, ref, state, NULL::text AS step,
      coalesce(commit_sha, wanted_commit) AS commit_sha, agent_name, requested_by, queued_at,
      claimed_at, ended_at, '' AS requirement, false AS held_back, outcome, project_id
      """;

  /** The types of action that are builds. */
  static final List<ActionType> TYPES =
      Arrays.stream(ActionType.values()).filter(ActionType::isBuild).toList();

  private BuildLines() {}

  static BuildLine read(ResultSet row, Json json) throws SQLException {
    String requirement = row.getString("requirement");
    String outcome = row.getString("outcome");
    return new BuildLine(
        row.getLong("id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("ref_type"),
        row.getString("ref"),
        row.getString("state"),
        row.getString("step"),
        row.getString("commit_sha"),
        row.getString("agent_name"),
        row.getString("requested_by"),
        row.getTimestamp("queued_at").toInstant(),
        instant(row, "claimed_at"),
        instant(row, "ended_at"),
        labels(requirement),
        row.getBoolean("held_back"),
        outcome == null ? null : json.read(outcome, Outcome.class));
  }

  /** The labels in a column {@code requirement}. */
  static List<String> labels(String requirement) {
    return requirement.isEmpty() ? List.of() : List.of(requirement.split(","));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
