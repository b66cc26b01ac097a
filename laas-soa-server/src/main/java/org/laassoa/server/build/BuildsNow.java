package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * What is built at this moment, what waits and what has just ended, of what the caller may know of.
 * Each question reads a bounded number of rows through an index: pages ask them each second.
 */
@ApplicationScoped
public class BuildsNow {

  /** How far is looked for the builds of those who may see some projects only. */
  private static final int REACH = 2000;

  private static final int COUNTED_AT_MOST = 10_000;

  private static final String VISIBLE = "(?::bigint[] IS NULL OR project_id = ANY (?))";

  private static final String RUNNING =
      """
      SELECT %s FROM actions
      WHERE state IN ('consumed', 'running') AND type = ANY (?) AND %s
      ORDER BY claimed_at, id LIMIT ?
      """
          .formatted(BuildLines.LIVE, VISIBLE);

  private static final String WAITING =
      """
      SELECT * FROM (
        SELECT %s FROM actions WHERE state = 'queued' AND type = ANY (?) ORDER BY id LIMIT ?) AS oldest
      WHERE %s
      ORDER BY id LIMIT ?
      """
          .formatted(BuildLines.LIVE, VISIBLE);

  private static final String COUNTS =
      """
      SELECT
        (SELECT count(*) FROM actions
         WHERE state IN ('consumed', 'running') AND type = ANY (?) AND %1$s),
        (SELECT count(*) FROM (
           SELECT project_id FROM actions WHERE state = 'queued' AND type = ANY (?) LIMIT %2$d)
           AS counted
         WHERE %1$s)
      """
          .formatted(VISIBLE, COUNTED_AT_MOST);

  /** Numbers grow with time: the newest builds are among those with the highest. */
  private static final String ENDED =
      """
      SELECT * FROM (
        SELECT %s FROM ended_actions WHERE type = ANY (?) ORDER BY id DESC LIMIT %d) AS newest
      ORDER BY ended_at DESC, id DESC LIMIT ?
      """
          .formatted(BuildLines.ENDED, 300);

  private static final String ENDED_OF =
      """
      SELECT newest.*
      FROM projects AS p CROSS JOIN LATERAL (
        SELECT %s FROM ended_actions
        WHERE subject = p.name AND project_id = p.id AND type = ANY (?)
        ORDER BY id DESC LIMIT ?) AS newest
      WHERE p.id = ANY (?)
      ORDER BY newest.ended_at DESC, newest.id DESC LIMIT ?
      """
          .formatted(BuildLines.ENDED);

  private final Transactions transactions;
  private final Json json;
  private final VisibleProjects visible;

  BuildsNow(Transactions transactions, Json json, VisibleProjects visible) {
    this.transactions = transactions;
    this.json = json;
    this.visible = visible;
  }

  /**
   * How many there are.
   *
   * @param running handed out, or running
   * @param waiting queued; counted up to 10,000
   */
  public record Counts(long running, long waiting) {}

  /** How many run and wait. */
  public Counts counts() {
    Set<Long> only = visible.only().orElse(null);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, COUNTS)) {
            return statement
                .add("text", BuildLines.TYPES, ActionType::wireName)
                .addNumbers(only)
                .addNumbers(only)
                .add("text", BuildLines.TYPES, ActionType::wireName)
                .addNumbers(only)
                .addNumbers(only)
                .query(row -> new Counts(row.getLong(1), row.getLong(2)))
                .getFirst();
          }
        });
  }

  /** Those that run, the longest running first. */
  public List<BuildLine> running(int most) {
    Set<Long> only = visible.only().orElse(null);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, RUNNING)) {
            return statement
                .add("text", BuildLines.TYPES, ActionType::wireName)
                .addNumbers(only)
                .addNumbers(only)
                .add(most)
                .query(row -> BuildLines.read(row, json));
          }
        });
  }

  /** Those that wait, the longest waiting first. */
  public List<BuildLine> waiting(int most) {
    Set<Long> only = visible.only().orElse(null);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, WAITING)) {
            return statement
                .add("text", BuildLines.TYPES, ActionType::wireName)
                .add(only == null ? most : REACH)
                .addNumbers(only)
                .addNumbers(only)
                .add(most)
                .query(row -> BuildLines.read(row, json));
          }
        });
  }

  /** Those that have ended, the last one first. */
  public List<BuildLine> ended(int most) {
    Optional<Set<Long>> only = visible.only();
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, only.isPresent() ? ENDED_OF : ENDED)
                  .add("text", BuildLines.TYPES, ActionType::wireName)) {
            if (only.isPresent()) {
              statement.add(most).addNumbers(only.get());
            }
            return statement.add(most).query(row -> BuildLines.read(row, json));
          }
        });
  }
}
