package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.build.QueueOutlook.Took;
import org.laassoa.server.build.QueueOutlook.UnderWay;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/** Reads what estimates go by. */
@ApplicationScoped
public class QueueOutlooks {

  /** Those of its own lane, as they are handed out; counted as {@link BuildStore#before} does. */
  private static final String AHEAD =
      """
      SELECT before.subject
      FROM actions AS before
        JOIN actions AS own ON own.id = ? AND own.state = 'queued' AND own.type = before.type
          AND own.requirement = before.requirement
      WHERE before.state = 'queued' AND NOT before.held_back
        AND (-before.priority, before.turn, before.id) < (-own.priority, own.turn, own.id)
      ORDER BY before.priority DESC, before.turn, before.id
      LIMIT 1000
      """;

  private static final String UNDER_WAY =
      """
      SELECT agent_name, subject, claimed_at FROM actions
      WHERE state IN ('consumed', 'running') AND type = ANY (?)
      ORDER BY claimed_at
      LIMIT 10000
      """;

  /** What was cancelled says nothing of how long builds take. It never reads more than so many. */
  private static final String TOOK =
      """
      SELECT subject, extract(epoch FROM ended_at - claimed_at)
      FROM (
        SELECT id, type, state, subject, claimed_at, ended_at FROM ended_actions
        WHERE ended_at > now() - interval '14 days' ORDER BY id DESC LIMIT 20000) AS recent
      WHERE type = ? AND state IN ('succeeded', 'failed') AND claimed_at IS NOT NULL
      ORDER BY id DESC
      LIMIT 200
      """;

  private final Transactions transactions;

  QueueOutlooks(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What the start of this queued build depends on. */
  public QueueOutlook of(BuildView build) {
    return transactions.run(
        connection ->
            new QueueOutlook(
                ahead(connection, new ActionId(build.id())),
                underWay(connection),
                took(connection, build.action())));
  }

  private static List<String> ahead(Connection connection, ActionId build) throws SQLException {
    try (var statement = Parameters.of(connection, AHEAD)) {
      return statement.add(build.value()).query(row -> row.getString(1));
    }
  }

  private static List<UnderWay> underWay(Connection connection) throws SQLException {
    List<ActionType> builds =
        List.of(ActionType.values()).stream().filter(ActionType::isBuild).toList();
    try (var statement = Parameters.of(connection, UNDER_WAY)) {
      return statement
          .add("text", builds, ActionType::wireName)
          .query(
              row ->
                  new UnderWay(
                      row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()));
    }
  }

  private static List<Took> took(Connection connection, String type) throws SQLException {
    try (var statement = Parameters.of(connection, TOOK)) {
      return statement
          .add(type)
          .query(
              row ->
                  new Took(
                      row.getString(1), Duration.ofMillis(Math.round(row.getDouble(2) * 1000))));
    }
  }
}
