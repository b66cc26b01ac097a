package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * How the builds of one project went, and the last ones of many. Whether the caller may know of the
 * project is not asked here. Read are its newest 10,000 builds at most, and of those that have not
 * ended the newest 20,000 of all projects.
 */
@ApplicationScoped
public class ProjectHistory {

  private static final int REACH = 10_000;
  private static final int BRANCHES_REACH = 2000;

  private static final String BUILDS =
      """
      SELECT %s FROM (SELECT * FROM actions ORDER BY id DESC LIMIT 20000) AS newest
      WHERE project_id = ? AND type = 'build'
      UNION ALL
      SELECT * FROM (
        SELECT %s FROM ended_actions WHERE subject = ? AND type = 'build'
        ORDER BY id DESC LIMIT ?) AS ended
      WHERE project_id = ?
      """
          .formatted(BuildLines.LIVE, BuildLines.ENDED);

  private static final String BRANCHES =
      "SELECT * FROM (SELECT DISTINCT ON (ref_type, ref) * FROM ("
          + BUILDS
          + """
          ) AS builds
          ORDER BY ref_type, ref, id DESC) AS branches
          ORDER BY id DESC LIMIT 100
          """;

  private static final String TREND =
      "SELECT "
          + BuildLines.ENDED
          + """
          FROM (
            SELECT * FROM ended_actions WHERE subject = ? AND type = 'build'
            ORDER BY id DESC LIMIT %d) AS ended
          WHERE project_id = ? AND state IN ('succeeded', 'failed') AND claimed_at IS NOT NULL
            AND (?::text IS NULL OR ref = ?)
          ORDER BY id DESC LIMIT ?
          """
              .formatted(REACH);

  private static final String NEWEST =
      """
      SELECT DISTINCT ON (project_id) * FROM (
        SELECT %s FROM (SELECT * FROM actions ORDER BY id DESC LIMIT 20000) AS newest
        WHERE type = 'build' AND project_id = ANY (?)
        UNION ALL
        SELECT ended.* FROM projects AS p CROSS JOIN LATERAL (
          SELECT %s FROM ended_actions
          WHERE subject = p.name AND project_id = p.id AND type = 'build'
          ORDER BY id DESC LIMIT 1) AS ended
        WHERE p.id = ANY (?)) AS builds
      ORDER BY project_id, id DESC
      """
          .formatted(BuildLines.LIVE, BuildLines.ENDED);

  private final Transactions transactions;
  private final Json json;

  ProjectHistory(Transactions transactions, Json json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * A project whose builds are asked for.
   *
   * @param id its number
   * @param name its name
   */
  public record Of(long id, String name) {}

  /** The newest build of each branch and tag, the newest first, up to 100. */
  public List<BuildLine> branches(Of project) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, BRANCHES)) {
            return builds(statement, project, BRANCHES_REACH)
                .query(row -> BuildLines.read(row, json));
          }
        });
  }

  /**
   * The newest builds that have succeeded or failed, the oldest of them first.
   *
   * @param ref of this branch or tag only, or null
   */
  public List<BuildLine> trend(Of project, @Nullable String ref, int most) {
    return transactions
        .single(
            connection -> {
              try (var statement = Parameters.of(connection, TREND)) {
                return statement
                    .add(project.name())
                    .add(project.id())
                    .add(ref)
                    .add(ref)
                    .add(most)
                    .query(row -> BuildLines.read(row, json));
              }
            })
        .reversed();
  }

  /** The newest build of each of these projects, by the project's number. */
  public Map<Long, BuildLine> newest(Collection<Long> projects) {
    Map<Long, BuildLine> newest = new HashMap<>();
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, NEWEST)) {
            return statement
                .addNumbers(projects)
                .addNumbers(projects)
                .query(row -> newest.put(row.getLong("project_id"), BuildLines.read(row, json)));
          }
        });
    return newest;
  }

  private static Parameters builds(Parameters statement, Of project, int reach)
      throws SQLException {
    return statement.add(project.id()).add(project.name()).add(reach).add(project.id());
  }
}
