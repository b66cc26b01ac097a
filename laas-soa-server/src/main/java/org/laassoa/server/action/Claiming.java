package org.laassoa.server.action;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.laassoa.server.database.Parameters;

/** Hands queued actions out to agents: to all that ask at the same time with one statement. */
final class Claiming {

  /**
   * Reads the head of the ready index once for each lane, in the order priority, turn, age. Rows
   * that another server's claim holds are skipped, so two claims never wait for each other.
   */
  private static final String CLAIM =
      """
      WITH ready AS (
        SELECT head.id, row_number() OVER (ORDER BY priority DESC, turn, head.id) AS place
        FROM unnest(?, ?) AS wanted (type, requirement)
        CROSS JOIN LATERAL (
          SELECT id, priority, turn
          FROM actions
          WHERE state = 'queued' AND NOT held_back AND actions.type = wanted.type
            AND actions.requirement = wanted.requirement
          ORDER BY priority DESC, turn, id
          LIMIT ?
          FOR UPDATE SKIP LOCKED
        ) AS head
      ), asking AS (
        SELECT * FROM unnest(?, ?) WITH ORDINALITY AS asking (agent_id, agent_name, place)
      )
      UPDATE actions
      SET state = 'consumed', attempt = actions.attempt + 1, agent_id = asking.agent_id,
          agent_name = asking.agent_name, claimed_at = now(),
          lease_until = now() + ? * interval '1 millisecond'
      FROM ready JOIN asking ON asking.place = ready.place
      WHERE actions.id = ready.id
      RETURNING %s, ready.place
      """
          .formatted(columns());

  /** What this agent was given and never spoke of: the answer was lost, or is still on its way. */
  private static final String HAND_OUT_AGAIN =
      """
      UPDATE actions
      SET lease_until = now() + ? * interval '1 millisecond'
      WHERE agent_id = ? AND state = 'consumed' AND NOT (id = ANY (?))
      RETURNING %s
      """
          .formatted(columns());

  /** What this agent runs and needs the data of again, since it was restarted. */
  private static final String RESUME =
      """
      UPDATE actions
      SET state = 'running', acknowledged_at = coalesce(acknowledged_at, now()),
          lease_until = now() + ? * interval '1 millisecond'
      FROM unnest(?, ?) AS resumed (id, attempt)
      WHERE actions.id = resumed.id AND actions.attempt = resumed.attempt
        AND actions.agent_id = ? AND actions.state IN ('consumed', 'running')
      RETURNING %s
      """
          .formatted(columns());

  private static String columns() {
    return """
        actions.id, actions.attempt, actions.agent_id, actions.type, actions.plan_id,
        actions.parameters, actions.queued_at,
        (SELECT version FROM configuration_clock)\
        """;
  }

  private final long leaseMillis;

  Claiming(long leaseMillis) {
    this.leaseMillis = leaseMillis;
  }

  /**
   * Serves several agents.
   *
   * @param lanesOf the lanes to look at for each of them, at least one
   * @return for each what it owns now, in the order of the queue
   */
  List<List<Claimed>> claim(
      Connection connection, List<ClaimRequest> requests, Function<ClaimRequest, Set<Lane>> lanesOf)
      throws SQLException {
    Map<ClaimRequest, List<Claimed>> claimed = new HashMap<>();
    for (Map.Entry<Set<Lane>, List<ClaimRequest>> alike :
        requests.stream().collect(groupingBy(lanesOf)).entrySet()) {
      List<ClaimRequest> places = places(alike.getValue());
      claim(connection, alike.getKey(), places)
          .forEach(
              (place, action) ->
                  claimed
                      .computeIfAbsent(places.get(place - 1), request -> new ArrayList<>())
                      .add(action));
    }
    return requests.stream().map(request -> claimed.getOrDefault(request, List.of())).toList();
  }

  /** One place for each action that an agent can take: first one for each agent, then a second. */
  private static List<ClaimRequest> places(List<ClaimRequest> requests) {
    int most = requests.stream().mapToInt(ClaimRequest::room).max().orElse(0);
    List<ClaimRequest> places = new ArrayList<>();
    for (int round = 0; round < most; round++) {
      for (ClaimRequest request : requests) {
        if (request.room() > round) {
          places.add(request);
        }
      }
    }
    return places;
  }

  private Map<Integer, Claimed> claim(
      Connection connection, Set<Lane> lanes, List<ClaimRequest> places) throws SQLException {
    record Placed(int place, Claimed action) {}
    try (var statement = Parameters.of(connection, CLAIM)) {
      Map<Integer, Claimed> claimed = new TreeMap<>();
      statement
          .add("text", lanes, lane -> lane.type().wireName())
          .add("text", lanes, Lane::requirement)
          .add(places.size())
          .add("bigint", places, ClaimRequest::agentId)
          .add("text", places, ClaimRequest::agentName)
          .add(leaseMillis)
          .query(row -> new Placed(row.getInt(9), claimed(row)))
          .forEach(placed -> claimed.put(placed.place(), placed.action()));
      return claimed;
    }
  }

  List<Claimed> handOutAgain(Connection connection, long agentId, List<ActionId> held)
      throws SQLException {
    try (var statement = Parameters.of(connection, HAND_OUT_AGAIN)) {
      return statement
          .add(leaseMillis)
          .add(agentId)
          .add("bigint", held, ActionId::value)
          .query(Claiming::claimed);
    }
  }

  List<Claimed> resume(Connection connection, long agentId, List<Held> resumed)
      throws SQLException {
    try (var statement = Parameters.of(connection, RESUME)) {
      return statement
          .add(leaseMillis)
          .add("bigint", resumed, held -> held.action().value())
          .add("integer", resumed, Held::attempt)
          .add(agentId)
          .query(Claiming::claimed);
    }
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new ActionId(row.getLong(1)),
        row.getInt(2),
        row.getLong(3),
        row.getString(4),
        row.getLong(5),
        row.getString(6),
        row.getTimestamp(7).toInstant(),
        row.getLong(8));
  }
}
