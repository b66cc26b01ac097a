package org.laassoa.server.action;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;

/** Renews leases: of all agents that ask at the same time with one statement. */
final class Leasing {

  /**
   * The steps of an attempt that runs are those that its polls have named, by the database's time;
   * the agent's own report replaces them at the end. Rows are locked in the order of their numbers,
   * as everywhere: two transactions never wait for each other crosswise.
   */
  private static final String RENEW =
      """
      WITH held AS (
        SELECT actions.id, held.step
        FROM unnest(?, ?, ?, ?) AS held (id, attempt, agent_id, step)
          JOIN actions ON actions.id = held.id AND actions.attempt = held.attempt
            AND actions.agent_id = held.agent_id
        WHERE actions.state IN ('consumed', 'running')
        ORDER BY actions.id
        FOR UPDATE OF actions
      )
      UPDATE actions
      SET state = 'running', acknowledged_at = coalesce(acknowledged_at, now()),
          lease_until = now() + ? * interval '1 millisecond',
          step = coalesce(held.step, actions.step),
          steps = CASE
            WHEN held.step IS NULL OR held.step = steps -> -1 ->> 'name' THEN steps
            ELSE
              jsonb_set(
                jsonb_set(steps, '{-1, state}', '"succeeded"'), '{-1, ended_at}', to_jsonb(now()))
              || jsonb_build_array(
                jsonb_build_object('name', held.step, 'state', 'running', 'started_at', now()))
          END
      FROM held
      WHERE actions.id = held.id
      RETURNING actions.id, actions.attempt, actions.agent_id, actions.cancel_requested
      """;

  private final long leaseMillis;

  Leasing(long leaseMillis) {
    this.leaseMillis = leaseMillis;
  }

  /**
   * What one agent holds.
   *
   * @param agentId the agent
   * @param held what it says it holds
   */
  record Holder(long agentId, List<Held> held) {}

  private record Renewed(Ownership owner, boolean cancelRequested) {}

  private record Claim(long agentId, Held held) {
    Ownership owner() {
      return new Ownership(held.action(), held.attempt(), agentId);
    }
  }

  /** Renews what several agents hold; for each, what became of each action, in its order. */
  List<List<Renewal>> renew(Connection connection, List<Holder> holders) throws SQLException {
    List<Claim> claims =
        holders.stream()
            .flatMap(
                holder -> holder.held().stream().map(held -> new Claim(holder.agentId(), held)))
            .toList();
    Map<Ownership, Renewed> renewed =
        renewed(connection, claims).stream()
            .collect(toMap(Renewed::owner, identity(), (one, same) -> one));
    List<List<Renewal>> answers = new ArrayList<>();
    for (Holder holder : holders) {
      answers.add(
          holder.held().stream()
              .map(held -> new Claim(holder.agentId(), held))
              .map(claim -> renewal(claim.held(), renewed.get(claim.owner())))
              .toList());
    }
    return answers;
  }

  private List<Renewed> renewed(Connection connection, List<Claim> claims) throws SQLException {
    try (var statement = Parameters.of(connection, RENEW)) {
      return statement
          .add("bigint", claims, claim -> claim.held().action().value())
          .add("integer", claims, claim -> claim.held().attempt())
          .add("bigint", claims, Claim::agentId)
          .add("text", claims, claim -> claim.held().step())
          .add(leaseMillis)
          .query(
              row ->
                  new Renewed(
                      new Ownership(new ActionId(row.getLong(1)), row.getInt(2), row.getLong(3)),
                      row.getBoolean(4)));
    }
  }

  private static Renewal renewal(Held held, @Nullable Renewed renewed) {
    if (renewed == null) {
      return new Renewal.Lost(held);
    }
    return renewed.cancelRequested()
        ? new Renewal.CancelRequested(held)
        : new Renewal.Renewed(held);
  }
}
