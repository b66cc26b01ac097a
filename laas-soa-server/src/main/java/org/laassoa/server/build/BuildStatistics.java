package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * Figures over many builds, of what the caller may know of. They are made from the newest 20,000
 * builds at most, and kept for ten seconds for all who may see the same.
 */
@ApplicationScoped
public class BuildStatistics {

  private static final int REACH = 20_000;
  private static final Duration KEPT = Duration.ofSeconds(10);

  /** When each build came and was taken; one that was cancelled before waited until then. */
  private static final String WAITS =
      """
      WITH waits AS MATERIALIZED (
        SELECT queued_at, claimed_at, coalesce(claimed_at, ended_at) AS taken_at
        FROM (
          SELECT queued_at, claimed_at, ended_at, project_id
          FROM ended_actions WHERE ended_at >= ? AND type = ANY (?)
          ORDER BY id DESC LIMIT %1$d) AS ended
        WHERE (?::bigint[] IS NULL OR project_id = ANY (?))
        UNION ALL
        SELECT queued_at, claimed_at, claimed_at
        FROM (
          SELECT queued_at, claimed_at, project_id FROM actions WHERE type = ANY (?)
          ORDER BY id DESC LIMIT %1$d) AS live
        WHERE (?::bigint[] IS NULL OR project_id = ANY (?)))
      """
          .formatted(REACH);

  private static final String DEPTHS =
      WAITS
          + """
          , changes AS (
            SELECT queued_at AS at, 1 AS change FROM waits
            UNION ALL
            SELECT taken_at, -1 FROM waits WHERE taken_at IS NOT NULL),
          depths AS (
            SELECT at, sum(change) OVER in_order AS depth, row_number() OVER in_order AS place
            FROM changes
            WINDOW in_order AS (ORDER BY at, change DESC ROWS UNBOUNDED PRECEDING))
          SELECT to_timestamp(floor(extract(epoch FROM at) / %1$d) * %1$d) AS slot, max(depth),
                 (array_agg(depth ORDER BY place DESC))[1]
          FROM depths
          GROUP BY slot
          ORDER BY slot
          """
              .formatted(QueueDay.DEPTH_SLOT.toSeconds());

  private static final String PERCENTILES =
      WAITS
          + """
          SELECT to_timestamp(floor(extract(epoch FROM claimed_at) / %1$d) * %1$d) AS slot,
                 percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM claimed_at - queued_at)),
                 percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM claimed_at - queued_at)),
                 count(*)
          FROM waits
          WHERE claimed_at >= ?
          GROUP BY slot
          ORDER BY slot
          """
              .formatted(QueueDay.WAIT_SLOT.toSeconds());

  /**
   * Which branch a project lives on only its git host knows: main or master where such a branch has
   * been built, else the branch that was built last.
   */
  private static final String FAILING =
      """
      SELECT newest.id, newest.subject, newest.ref, newest.ended_at
      FROM (
        SELECT DISTINCT ON (project_id) id, project_id, subject, ref, state, ended_at
        FROM (
          SELECT id, project_id, subject, ref_type, ref, state, ended_at
          FROM ended_actions WHERE type = 'build' ORDER BY id DESC LIMIT %d) AS recent
        WHERE ref_type = 'branch' AND state IN ('succeeded', 'failed')
          AND (?::bigint[] IS NULL OR project_id = ANY (?))
        ORDER BY project_id, (ref IN ('main', 'master')) DESC, id DESC) AS newest
        JOIN projects AS p ON p.id = newest.project_id
      WHERE newest.state = 'failed'
      ORDER BY newest.ended_at DESC
      LIMIT 50
      """
          .formatted(REACH);

  private final Transactions transactions;
  private final VisibleProjects visible;
  private final Clock clock;
  private final RecentAnswers<Optional<Set<Long>>, QueueDay> days;
  private final RecentAnswers<Optional<Set<Long>>, List<Failing>> failing;

  BuildStatistics(Transactions transactions, VisibleProjects visible, Clock clock) {
    this.transactions = transactions;
    this.visible = visible;
    this.clock = clock;
    this.days = new RecentAnswers<>(KEPT, System::nanoTime);
    this.failing = new RecentAnswers<>(KEPT, System::nanoTime);
  }

  /**
   * A project whose newest build of its main branch has failed.
   *
   * @param build the build's number
   * @param project the project
   * @param ref the branch
   * @param since when the build ended
   */
  public record Failing(long build, String project, String ref, Instant since) {}

  /** How the queue went over the last day; up to ten seconds old. */
  public QueueDay day() {
    Optional<Set<Long>> only = visible.only();
    return days.get(only, () -> day(only.orElse(null), clock.instant()));
  }

  /** The projects that fail, the last one first, up to 50; up to ten seconds old. */
  public List<Failing> failing() {
    Optional<Set<Long>> only = visible.only();
    return failing.get(only, () -> failing(only.orElse(null)));
  }

  private QueueDay day(@Nullable Set<Long> only, Instant now) {
    return transactions.single(
        connection ->
            new QueueDay(
                QueueDay.depths(changes(connection, only, now), now),
                waits(connection, only, now)));
  }

  private static List<QueueDay.Changes> changes(
      Connection connection, @Nullable Set<Long> only, Instant now) throws SQLException {
    try (var statement = Parameters.of(connection, DEPTHS)) {
      return reach(statement, only, now)
          .query(
              row ->
                  new QueueDay.Changes(
                      row.getTimestamp(1).toInstant(), row.getLong(2), row.getLong(3)));
    }
  }

  private static List<QueueDay.Wait> waits(
      Connection connection, @Nullable Set<Long> only, Instant now) throws SQLException {
    try (var statement = Parameters.of(connection, PERCENTILES)) {
      return reach(statement, only, now)
          .add(QueueDay.start(now))
          .query(
              row ->
                  new QueueDay.Wait(
                      row.getTimestamp(1).toInstant(),
                      row.getDouble(2),
                      row.getDouble(3),
                      row.getLong(4)));
    }
  }

  private static Parameters reach(Parameters statement, @Nullable Set<Long> only, Instant now)
      throws SQLException {
    return statement
        .add(QueueDay.start(now))
        .add("text", BuildLines.TYPES, ActionType::wireName)
        .addNumbers(only)
        .addNumbers(only)
        .add("text", BuildLines.TYPES, ActionType::wireName)
        .addNumbers(only)
        .addNumbers(only);
  }

  private List<Failing> failing(@Nullable Set<Long> only) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FAILING)) {
            return statement
                .addNumbers(only)
                .addNumbers(only)
                .query(
                    row ->
                        new Failing(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant()));
          }
        });
  }
}
