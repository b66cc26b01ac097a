package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/** What is waited for: builds that require the same of an agent wait for the same. */
@ApplicationScoped
public class WaitingLanes {

  /** Goes from lane to lane through the index, however many builds are in each. */
  private static final String LANES =
      """
      WITH RECURSIVE lanes AS (
        (SELECT type, requirement FROM actions WHERE state = 'queued' AND NOT held_back
         ORDER BY type, requirement LIMIT 1)
        UNION ALL
        SELECT next.type, next.requirement
        FROM lanes CROSS JOIN LATERAL (
          SELECT type, requirement FROM actions
          WHERE state = 'queued' AND NOT held_back
            AND (type, requirement) > (lanes.type, lanes.requirement)
          ORDER BY type, requirement LIMIT 1) AS next)
      SELECT lanes.type, lanes.requirement, first.id, first.subject, first.waiting
      FROM (SELECT * FROM lanes LIMIT 200) AS lanes CROSS JOIN LATERAL (
        SELECT min(id) AS id, (array_agg(subject ORDER BY id))[1] AS subject, count(*) AS waiting
        FROM (
          SELECT id, subject, project_id FROM actions
          WHERE state = 'queued' AND NOT held_back AND type = lanes.type
            AND requirement = lanes.requirement
          LIMIT 1000) AS counted
        WHERE (?::bigint[] IS NULL OR project_id = ANY (?))) AS first
      WHERE lanes.type = ANY (?) AND first.waiting > 0
      """;

  private final Transactions transactions;
  private final VisibleProjects visible;

  WaitingLanes(Transactions transactions, VisibleProjects visible) {
    this.transactions = transactions;
    this.visible = visible;
  }

  /**
   * Builds that require the same.
   *
   * @param action their type
   * @param labels what an agent must have to take them
   * @param firstBuild the number of one of them
   * @param project what that one is about
   * @param waiting how many they are, counted up to 1000
   */
  public record Lane(
      String action, List<String> labels, long firstBuild, String project, long waiting) {}

  /** The lanes with builds that the caller may know of. */
  public List<Lane> list() {
    Set<Long> only = visible.only().orElse(null);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LANES)) {
            return statement
                .addNumbers(only)
                .addNumbers(only)
                .add("text", BuildLines.TYPES, ActionType::wireName)
                .query(
                    row ->
                        new Lane(
                            row.getString(1),
                            BuildLines.labels(row.getString(2)),
                            row.getLong(3),
                            row.getString(4),
                            row.getLong(5)));
          }
        });
  }
}
