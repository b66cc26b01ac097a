package org.laassoa.server.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.laassoa.server.database.Parameters;

/**
 * The order among equals: projects take turns, however many actions each one enqueues. It is
 * start-time fair queueing (Goyal, Vin, Cheng, 1996) with actions of the same weight: an action's
 * turn is one after the last turn of its project, but not before the turn that the queue is at.
 * Decided when an action is enqueued, so that a claim only reads the head of an index.
 */
final class FairTurns {

  /**
   * Reserves a row of turns. A lane is at the turn of its head; one that is empty is where the lane
   * is that is furthest; when all are empty, nobody has an old claim left, and all begin anew after
   * the highest turn.
   */
  private static final String RESERVE =
      """
      WITH RECURSIVE asked AS (
        SELECT ?::text AS type, ?::text AS requirement, ?::integer AS priority
      ), lanes AS (
        (SELECT actions.requirement FROM actions JOIN asked USING (type)
         WHERE state = 'queued' AND NOT held_back
         ORDER BY actions.requirement LIMIT 1)
        UNION ALL
        SELECT next.requirement
        FROM lanes CROSS JOIN asked CROSS JOIN LATERAL (
          SELECT requirement FROM actions
          WHERE state = 'queued' AND NOT held_back AND type = asked.type
            AND requirement > lanes.requirement
          ORDER BY requirement LIMIT 1) AS next
      ), head AS (
        SELECT coalesce(
          (SELECT turn FROM actions
           WHERE state = 'queued' AND NOT held_back AND type = asked.type
             AND requirement = asked.requirement AND priority = asked.priority
           ORDER BY turn LIMIT 1),
          (SELECT max(of_lane.turn) FROM lanes CROSS JOIN LATERAL (
             SELECT turn FROM actions
             WHERE state = 'queued' AND NOT held_back AND type = asked.type
               AND requirement = lanes.requirement AND priority = asked.priority
             ORDER BY turn LIMIT 1) AS of_lane),
          (SELECT turn + 1 FROM fair_turns
           WHERE type = asked.type AND priority = asked.priority
           ORDER BY turn DESC LIMIT 1),
          1) AS turn
        FROM asked
      )
      INSERT INTO fair_turns AS own (type, priority, subject, turn)
      SELECT type, priority, ?, head.turn - 1 + ? FROM asked CROSS JOIN head
      ON CONFLICT (type, priority, subject)
        DO UPDATE SET turn = greatest(own.turn, (SELECT turn - 1 FROM head)) + ?
      RETURNING turn
      """;

  private final Map<Key, Long> next;

  private FairTurns(Map<Key, Long> next) {
    this.next = next;
  }

  private record Key(String type, String requirement, int priority, long subject) {
    static Key of(NewAction action) {
      Lane lane = action.lane();
      return new Key(
          lane.type().wireName(),
          lane.requirement(),
          action.priority(),
          action.subject().fairKey());
    }
  }

  /** Reserves as many turns as these actions need. */
  static FairTurns take(Connection connection, List<NewAction> actions) throws SQLException {
    // In one order, so that two transactions never wait for each other crosswise.
    Map<Key, Integer> wanted =
        new TreeMap<>(
            Comparator.comparing(Key::type)
                .thenComparing(Key::priority)
                .thenComparing(Key::subject)
                .thenComparing(Key::requirement));
    actions.forEach(action -> wanted.merge(Key.of(action), 1, Integer::sum));
    Map<Key, Long> next = new HashMap<>();
    for (Map.Entry<Key, Integer> one : wanted.entrySet()) {
      next.put(one.getKey(), reserve(connection, one.getKey(), one.getValue()) + 1);
    }
    return new FairTurns(next);
  }

  /** The last turn before the reserved ones. */
  private static long reserve(Connection connection, Key key, int count) throws SQLException {
    try (var statement = Parameters.of(connection, RESERVE)) {
      return statement
              .add(key.type())
              .add(key.requirement())
              .add(key.priority())
              .add(key.subject())
              .add(count)
              .add(count)
              .query(row -> row.getLong(1))
              .getFirst()
          - count;
    }
  }

  /** The action's turn; each is given once. */
  long next(NewAction action) {
    return Objects.requireNonNull(next.merge(Key.of(action), 1L, Long::sum)) - 1;
  }
}
