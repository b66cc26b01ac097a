package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ImageReport;

/** Single builds: enqueued, found, and what is known of each. */
@ApplicationScoped
class BuildStore {

  private static final String FIND =
      BuildRows.LIVE + "WHERE id = ?\nUNION ALL\n" + BuildRows.ENDED + "WHERE id = ?";

  /** Ended builds have no index by agent: it never reads more than so many. */
  private static final String OF_AGENT =
      "SELECT * FROM (\n"
          + BuildRows.LIVE
          + "WHERE agent_id = ?\nUNION ALL\n"
          + BuildRows.ENDED
          + """
          WHERE agent_id = ?
            AND id > (SELECT coalesce(max(newest.id), 0) - 20000 FROM ended_actions AS newest)
          ) AS builds
          ORDER BY id DESC LIMIT ?
          """;

  private static final String ORIGIN =
      """
      SELECT project_id, parent_image_id FROM actions WHERE id = ?
      UNION ALL
      SELECT project_id, parent_image_id FROM ended_actions WHERE id = ?
      """;

  private static final String NEWEST_IMAGES =
      """
      SELECT images
      FROM ended_actions
      WHERE parent_image_id = ? AND state = 'succeeded'
      ORDER BY id DESC
      LIMIT 1
      """;

  /** Whoever may see the badge may ask for it all day: it never reads more than so many. */
  private static final String NEWEST_STATE =
      """
      SELECT state
      FROM (
        SELECT id, state, project_id, ref FROM ended_actions
        WHERE subject = ? AND type = 'build' ORDER BY id DESC LIMIT 2000) AS newest
      WHERE project_id = ? AND (?::text IS NULL OR ref = ?) AND state IN ('succeeded', 'failed')
      ORDER BY id DESC
      LIMIT 1
      """;

  /** How many are handed out before it, counted up to a limit. */
  private static final String POSITION =
      """
      SELECT count(*) FROM (
        SELECT 1
        FROM actions AS before
          JOIN actions AS own ON own.id = ? AND own.state = 'queued' AND own.type = before.type
            AND own.requirement = before.requirement
        WHERE before.state = 'queued' AND NOT before.held_back
          AND (-before.priority, before.turn, before.id) < (-own.priority, own.turn, own.id)
        LIMIT 1000) AS ahead
      """;

  private final Transactions transactions;
  private final ActionQueue queue;
  private final BuildRows rows;

  BuildStore(Transactions transactions, ActionQueue queue, Json json) {
    this.transactions = transactions;
    this.queue = queue;
    this.rows = new BuildRows(json);
  }

  /**
   * Enqueues builds, all or none.
   *
   * @throws ProblemException when what one of them is made from has been deleted meanwhile
   */
  List<ActionId> enqueue(List<NewAction> builds) {
    return queue
        .enqueue(builds)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "it has just been deleted"));
  }

  /** The build of that number. */
  Optional<BuildView> find(ActionId id) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FIND)) {
            return statement.add(id.value()).add(id.value()).query(rows::read).stream().findFirst();
          }
        });
  }

  /** What an agent has or has had, newest first, among the last 20,000 actions. */
  List<BuildView> ofAgent(long agentId, int most) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OF_AGENT)) {
            return statement.add(agentId).add(agentId).add(most).query(rows::read);
          }
        });
  }

  /** How many builds are before it in the queue, counted up to 1000. */
  int before(ActionId id) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, POSITION)) {
            return statement.add(id.value()).query(row -> row.getInt(1)).getFirst();
          }
        });
  }

  /**
   * What a build was made from, by number.
   *
   * @param projectId the project, or null when it was a parent image or has been deleted
   * @param parentImageId the parent image, or null likewise
   */
  record Origin(@Nullable Long projectId, @Nullable Long parentImageId) {}

  /** What the build of that number was made from. */
  Optional<Origin> origin(ActionId id) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ORIGIN)) {
            return statement
                .add(id.value())
                .add(id.value())
                .query(
                    row -> new Origin(row.getObject(1, Long.class), row.getObject(2, Long.class)))
                .stream()
                .findFirst();
          }
        });
  }

  /** The image of the newest build of a parent image that succeeded. */
  @Transactional(TxType.NOT_SUPPORTED) // Called while the planner reads its entities in one.
  Optional<ImageReport> newestImage(long parentImageId) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, NEWEST_IMAGES)) {
            return statement.add(parentImageId).query(row -> rows.images(row.getString(1))).stream()
                .flatMap(List::stream)
                .findFirst();
          }
        });
  }

  /**
   * The state of a project's newest build that has succeeded or failed, among its last thousands.
   *
   * @param ref of this branch or tag only, or null
   */
  Optional<String> newestState(long projectId, String subject, @Nullable String ref) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, NEWEST_STATE)) {
            return statement
                .add(subject)
                .add(projectId)
                .add(ref)
                .add(ref)
                .query(row -> row.getString(1))
                .stream()
                .findFirst();
          }
        });
  }
}
