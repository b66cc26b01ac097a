package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionQueue;
import org.laassoa.server.action.ReadySignal;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ImageReport;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/** The table of builds: what an action is about, shown together with what became of it. */
@ApplicationScoped
class BuildStore {

  private static final String SELECT =
      """
      SELECT actions.id, actions.type, builds.subject, builds.ref_type, builds.ref,
             builds.parameters, actions.state, actions.attempt, actions.max_attempts,
             attempts.agent_name, actions.step, attempts.commit_sha, attempts.images,
             attempts.steps, actions.outcome, actions.queued_at, attempts.claimed_at,
             actions.ended_at, attempts.log_bytes, attempts.log_sha256, attempts.log_intact,
             builds.retry_of, builds.requested_by
      FROM builds
        JOIN actions ON actions.id = builds.id
        LEFT JOIN attempts
          ON attempts.action_id = actions.id AND attempts.attempt = actions.attempt
      """;

  private static final String WHERE =
      """
      WHERE (?::text IS NULL OR builds.subject = ?) AND (?::text IS NULL OR actions.state = ?)
        AND position(lower(?) IN lower(builds.subject || ' ' || coalesce(builds.ref, ''))) > 0
      """;

  private static final String INSERT =
      """
      INSERT INTO builds (id, project_id, parent_image_id, subject, ref_type, ref, parameters,
                          retry_of, requested_by)
      VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
      """;

  private static final String ORIGIN =
      "SELECT project_id, parent_image_id FROM builds WHERE id = ?";

  private static final String NEWEST_IMAGES =
      """
      SELECT attempts.images
      FROM builds
        JOIN actions ON actions.id = builds.id
        JOIN attempts ON attempts.action_id = actions.id AND attempts.attempt = actions.attempt
      WHERE builds.parent_image_id = ? AND actions.state = 'succeeded'
      ORDER BY builds.id DESC
      LIMIT 1
      """;

  private final Transactions transactions;
  private final ActionQueue queue;
  private final ReadySignal readySignal;
  private final Json json;

  BuildStore(Transactions transactions, ActionQueue queue, ReadySignal readySignal, Json json) {
    this.transactions = transactions;
    this.queue = queue;
    this.readySignal = readySignal;
    this.json = json;
  }

  /** Enqueues a build. */
  ActionId enqueue(NewBuild build) {
    ActionId id =
        transactions.run(
            connection -> {
              ActionId action = queue.enqueue(connection, build.action());
              insert(connection, action, build);
              return action;
            });
    readySignal.ready();
    return id;
  }

  private void insert(Connection connection, ActionId id, NewBuild build) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, id.value());
      statement.setObject(2, build.projectId());
      statement.setObject(3, build.parentImageId());
      statement.setString(4, build.subject());
      statement.setString(5, build.type());
      statement.setString(6, build.ref());
      statement.setString(7, json.write(build.parameters()));
      statement.setObject(8, build.retryOf());
      statement.setString(9, build.requestedBy());
      statement.executeUpdate();
    }
  }

  /** The build of that number. */
  Optional<BuildView> find(ActionId id) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(SELECT + "WHERE builds.id = ?")) {
            statement.setLong(1, id.value());
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next() ? Optional.of(view(rows)) : Optional.<BuildView>empty();
            }
          }
        });
  }

  /** A page of builds, newest first. */
  List<BuildView> list(BuildFilter filter) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  SELECT + WHERE + "ORDER BY builds.id DESC LIMIT ? OFFSET ?")) {
            set(statement, filter);
            statement.setInt(6, filter.size());
            statement.setLong(7, (long) filter.page() * filter.size());
            try (ResultSet rows = statement.executeQuery()) {
              List<BuildView> builds = new ArrayList<>();
              while (rows.next()) {
                builds.add(view(rows));
              }
              return builds;
            }
          }
        });
  }

  /** How many builds there are on all pages. */
  long count(BuildFilter filter) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT count(*) FROM builds JOIN actions ON actions.id = builds.id\n" + WHERE)) {
            set(statement, filter);
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getLong(1);
            }
          }
        });
  }

  private static void set(PreparedStatement statement, BuildFilter filter) throws SQLException {
    statement.setString(1, filter.project());
    statement.setString(2, filter.project());
    statement.setString(3, filter.state());
    statement.setString(4, filter.state());
    statement.setString(5, filter.text());
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
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(ORIGIN)) {
            statement.setLong(1, id.value());
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? Optional.of(
                      new Origin(rows.getObject(1, Long.class), rows.getObject(2, Long.class)))
                  : Optional.<Origin>empty();
            }
          }
        });
  }

  /** The image of the newest build of a parent image that succeeded. */
  @Transactional(TxType.NOT_SUPPORTED) // Called while the planner reads its entities in one.
  Optional<ImageReport> newestImage(long parentImageId) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(NEWEST_IMAGES)) {
            statement.setLong(1, parentImageId);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? images(rows.getString(1)).stream().findFirst()
                  : Optional.empty();
            }
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
        rows.getString(23));
  }

  private List<ImageReport> images(@Nullable String column) {
    return column == null
        ? List.of()
        : json.read(column, new TypeReference<List<ImageReport>>() {});
  }

  private List<StepReport> steps(@Nullable String column) {
    return column == null ? List.of() : json.read(column, new TypeReference<List<StepReport>>() {});
  }

  private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
    Timestamp time = rows.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
