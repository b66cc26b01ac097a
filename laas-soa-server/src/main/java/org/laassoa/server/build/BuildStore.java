package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.NewAction;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/** The table of builds: what an action is about, shown together with what became of it. */
@ApplicationScoped
class BuildStore {

  /** The tables of what waits or runs and of what has ended, as one. */
  private static final String BUILDS =
      """
      SELECT id, type, subject, ref_type, ref, parameters, state, attempt, max_attempts, agent_name,
             step, wanted_commit AS commit_sha, '[]'::jsonb AS images, steps, NULL::jsonb AS outcome,
             queued_at, claimed_at, NULL::timestamptz AS ended_at, log_bytes, NULL AS log_sha256,
             NULL::boolean AS log_intact, retry_of, requested_by, priority, held_back,
             NULL AS note, requirement, project_id
      FROM actions
      %1$s
      UNION ALL
      SELECT id, type, subject, ref_type, ref, parameters, state, attempt, max_attempts, agent_name,
             NULL, coalesce(commit_sha, wanted_commit), images, steps, outcome, queued_at, claimed_at, ended_at, log_bytes,
             log_sha256, log_intact, retry_of, requested_by, priority, false, note, '', project_id
      FROM ended_actions
      %2$s
      """;

  private static final String FIND = BUILDS.formatted("WHERE id = ?", "WHERE id = ?");

  private static final String WHERE =
      """
      WHERE (?::text IS NULL OR subject = ?) AND (?::text IS NULL OR state = ?)
        AND (?::text IS NULL OR ref = ?)
        AND type = ANY (?)
        AND (?::bigint[] IS NULL OR project_id = ANY (?))
        AND (? = '' OR position(lower(?) IN lower(subject || ' ' || coalesce(ref, ''))) > 0)
      """;

  private static final String LIST =
      "SELECT * FROM (\n"
          + BUILDS.formatted("", "")
          + ") AS builds\n"
          + WHERE
          + "ORDER BY id DESC LIMIT ? OFFSET ?";

  /** Counted up to a limit: nobody turns that many pages, and counting all would cost. */
  private static final String COUNT =
      "SELECT count(*) FROM (SELECT 1 FROM (\n"
          + BUILDS.formatted("", "")
          + ") AS builds\n"
          + WHERE
          + "LIMIT 10000) AS counted";

  /** Ended builds have no index by agent: it never reads more than so many. */
  private static final String OF_AGENT =
      "SELECT * FROM (\n"
          + BUILDS.formatted(
              "WHERE agent_id = ?",
              """
              WHERE agent_id = ?
                AND id > (SELECT coalesce(max(newest.id), 0) - 20000 FROM ended_actions AS newest)
              """)
          + ") AS builds\nORDER BY id DESC LIMIT ?";

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

  private static final String HELD_BACK =
      "its project has as many builds under way as it may; it follows when one of them ends";

  private final Transactions transactions;
  private final ActionQueue queue;
  private final Json json;
  private final VisibleProjects visible;

  BuildStore(Transactions transactions, ActionQueue queue, Json json, VisibleProjects visible) {
    this.transactions = transactions;
    this.queue = queue;
    this.json = json;
    this.visible = visible;
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
            return statement.add(id.value()).add(id.value()).query(this::view).stream().findFirst();
          }
        });
  }

  /** A page of builds, newest first. */
  List<BuildView> list(BuildFilter filter) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LIST)) {
            return where(statement, filter)
                .add(filter.size())
                .add((long) filter.page() * filter.size())
                .query(this::view);
          }
        });
  }

  /** What an agent has or has had, newest first, among the last 20,000 actions. */
  List<BuildView> ofAgent(long agentId, int most) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OF_AGENT)) {
            return statement.add(agentId).add(agentId).add(most).query(this::view);
          }
        });
  }

  /** How many builds there are on all pages, counted up to 10,000. */
  long count(BuildFilter filter) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, COUNT)) {
            return where(statement, filter).query(row -> row.getLong(1)).getFirst();
          }
        });
  }

  /** What the filter finds, of what the caller may know of. */
  private Parameters where(Parameters statement, BuildFilter filter) throws SQLException {
    Optional<Set<Long>> only = visible.only();
    return statement
        .add(filter.project())
        .add(filter.project())
        .add(filter.state())
        .add(filter.state())
        .add(filter.ref())
        .add(filter.ref())
        .add("text", filter.types(), ActionType::wireName)
        .addNumbers(only.orElse(null))
        .addNumbers(only.orElse(null))
        .add(filter.text())
        .add(filter.text());
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
            return statement.add(parentImageId).query(row -> images(row.getString(1))).stream()
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

  private BuildView view(ResultSet rows) throws SQLException {
    String outcome = rows.getString(15);
    return new BuildView(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        json.read(rows.getString(6), new TypeReference<Map<String, String>>() {}),
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

  private List<ImageReport> images(@Nullable String column) {
    return column == null
        ? List.of()
        : json.read(column, new TypeReference<List<ImageReport>>() {});
  }

  private List<StepReport> steps(@Nullable String column) {
    return column == null ? List.of() : json.read(column, new TypeReference<List<StepReport>>() {});
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
