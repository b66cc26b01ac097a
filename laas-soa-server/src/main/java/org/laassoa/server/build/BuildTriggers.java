package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The table of builds that followed from builds. */
@ApplicationScoped
class BuildTriggers {

  private static final String DEPTH =
      "SELECT coalesce((SELECT depth FROM build_triggers WHERE to_build = ? LIMIT 1), 0)";

  private static final String ADD =
      """
      INSERT INTO build_triggers (from_build, place, project, depth, problem)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (from_build, place) DO NOTHING
      """;

  private static final String END =
      "UPDATE build_triggers SET to_build = ?, problem = ? WHERE from_build = ? AND place = ?";

  private static final String FOLLOWED_BY =
      """
      SELECT project, to_build, problem FROM build_triggers WHERE from_build = ? ORDER BY place
      """;

  private static final String CAUSE = "SELECT from_build FROM build_triggers WHERE to_build = ?";

  private final Transactions transactions;

  BuildTriggers(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One build that is to follow from another.
   *
   * @param fromBuild the one that has succeeded
   * @param place which of its project's downstream entries, from 0
   * @param project the project to build
   */
  record Trigger(long fromBuild, int place, String project) {}

  /** How many builds are before that one in its chain. */
  int depth(Connection connection, long build) throws SQLException {
    try (var statement = Parameters.of(connection, DEPTH)) {
      return Math.toIntExact(statement.add(build).queryNumber());
    }
  }

  /**
   * Notes that a build is to follow.
   *
   * @param problem why it does not, or null when it will
   */
  void add(Connection connection, Trigger trigger, int depth, @Nullable String problem)
      throws SQLException {
    try (var statement = Parameters.of(connection, ADD)) {
      statement
          .add(trigger.fromBuild())
          .add(trigger.place())
          .add(trigger.project())
          .add(depth)
          .add(problem)
          .update();
    }
  }

  /** Notes the build that followed. */
  void followed(Trigger trigger, ActionId build) {
    end(trigger, build.value(), null);
  }

  /** Notes why none follows. */
  void refused(Trigger trigger, String problem) {
    end(trigger, null, problem);
  }

  private void end(Trigger trigger, @Nullable Long build, @Nullable String problem) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, END)) {
            return statement
                .addObject(build)
                .add(problem)
                .add(trigger.fromBuild())
                .add(trigger.place())
                .update();
          }
        });
  }

  /** What followed from a build, or is to. */
  List<TriggeredBuild> after(ActionId build) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FOLLOWED_BY)) {
            return statement
                .add(build.value())
                .query(
                    row ->
                        new TriggeredBuild(
                            row.getString(1), row.getObject(2, Long.class), row.getString(3)));
          }
        });
  }

  /** The build that a build followed from, if it did. */
  Optional<Long> before(ActionId build) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, CAUSE)) {
            return statement.add(build.value()).query(row -> row.getLong(1)).stream().findFirst();
          }
        });
  }
}
