package org.laassoa.server.action;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.laassoa.server.database.Parameters;

/**
 * How long the logs of attempts that are under way are: kept with the action, changed by owners.
 */
final class AttemptLogs {

  private static final String LOCK =
      """
      SELECT actions.id, actions.attempt, actions.agent_id, actions.claimed_at, actions.log_bytes
      FROM unnest(?, ?, ?) AS owner (id, attempt, agent_id)
        JOIN actions ON actions.id = owner.id AND actions.attempt = owner.attempt
          AND actions.agent_id = owner.agent_id
      WHERE actions.state IN ('consumed', 'running')
      ORDER BY actions.id
      FOR UPDATE OF actions
      """;

  private static final String NOTE =
      """
      UPDATE actions
      SET state = 'running', acknowledged_at = coalesce(acknowledged_at, now()),
          log_bytes = noted.bytes
      FROM unnest(?, ?) AS noted (id, bytes)
      WHERE actions.id = noted.id
      """;

  private AttemptLogs() {}

  private record Found(Ownership owner, OwnedLog log) {}

  static Map<Ownership, OwnedLog> lock(Connection connection, Collection<Ownership> owners)
      throws SQLException {
    try (var statement = Parameters.of(connection, LOCK)) {
      return statement
          .add("bigint", owners, owner -> owner.action().value())
          .add("integer", owners, Ownership::attempt)
          .add("bigint", owners, Ownership::agentId)
          .query(
              row ->
                  new Found(
                      new Ownership(new ActionId(row.getLong(1)), row.getInt(2), row.getLong(3)),
                      new OwnedLog(row.getTimestamp(4).toInstant(), row.getLong(5))))
          .stream()
          .collect(toMap(Found::owner, Found::log));
    }
  }

  static void note(Connection connection, Map<Ownership, Long> lengths) throws SQLException {
    List<Map.Entry<Ownership, Long>> all = List.copyOf(lengths.entrySet());
    try (var statement = Parameters.of(connection, NOTE)) {
      statement
          .add("bigint", all, one -> one.getKey().action().value())
          .add("bigint", all, Map.Entry::getValue)
          .update();
    }
  }
}
