package org.laassoa.server.agent;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.DiskSpace;
import org.laassoa.wire.JoinRequest;

/** The tables of agents and of the tokens that they join with. */
@ApplicationScoped
class AgentStore {

  /** An agent that has been silent for this long counts as offline. */
  private static final String ONLINE = "coalesce(last_seen > now() - interval '15 seconds', false)";

  private static final String LIST =
      """
      SELECT id, name, actions, capacity, version, executor, address, last_seen, %s,
             coalesce(held.number, 0), pick_up, not_taking, labels, wanted,
             disk_free, disk_total, disk_needed
      FROM agents LEFT JOIN (
        SELECT agent_id, count(*) AS number FROM actions
        WHERE state IN ('consumed', 'running') GROUP BY agent_id) AS held
          ON held.agent_id = agents.id
      WHERE removed_at IS NULL AND %%s
      ORDER BY id
      """
          .formatted(ONLINE);

  private static final String ALL = LIST.formatted("true");

  private static final String ONE = LIST.formatted("id = ?");

  private static final String SEEN =
      """
      UPDATE agents
      SET last_seen = now(), capacity = seen.capacity,
          version = coalesce(seen.version, agents.version),
          executor = coalesce(seen.executor, agents.executor), pick_up = seen.pick_up,
          not_taking = seen.not_taking, address = seen.address,
          actions = string_to_array(seen.actions, ','),
          labels = string_to_array(seen.labels, ','), disk_free = seen.disk_free,
          disk_total = seen.disk_total, disk_needed = seen.disk_needed
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        AS seen (token_hash, id, capacity, actions, version, executor, pick_up, not_taking, labels,
          address, disk_free, disk_total, disk_needed)
      WHERE agents.id = seen.id AND agents.token_hash = decode(seen.token_hash, 'hex')
        AND agents.removed_at IS NULL
      RETURNING seen.token_hash
      """;

  /** A token that was made for a machine is used up by it, and joins that machine's one agent. */
  private static final String JOIN =
      """
      WITH token AS (
        SELECT id, machine_id FROM join_tokens
        WHERE token_hash = ? AND expires_at > now() FOR UPDATE
      ), used_up AS (
        DELETE FROM join_tokens USING token
        WHERE join_tokens.id = token.id AND token.machine_id IS NOT NULL
      )
      INSERT INTO agents (name, token_hash, actions, version, machine_id)
      SELECT ?, ?, ?, ?, machine_id FROM token
      ON CONFLICT (machine_id) WHERE machine_id IS NOT NULL AND removed_at IS NULL
      DO UPDATE SET name = excluded.name, token_hash = excluded.token_hash,
                    actions = excluded.actions, version = excluded.version, last_seen = NULL
      RETURNING id
      """;

  private static final String OF_MACHINE =
      """
      SELECT id, version, extract(epoch FROM clock_timestamp() - last_seen) * 1000
      FROM agents WHERE machine_id = ? AND removed_at IS NULL
      """;

  private final Transactions transactions;

  AgentStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Keeps a join token until it expires; expired ones go.
   *
   * @param machine the machine whose agent alone may join with it, once; null for any agents
   */
  Instant addJoinToken(byte[] hash, Duration validity, @Nullable Long machine) {
    return transactions.run(
        connection -> {
          execute(connection, "DELETE FROM join_tokens WHERE expires_at < now()");
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  INSERT INTO join_tokens (token_hash, expires_at, machine_id)
                  VALUES (?, now() + ? * interval '1 second', ?) RETURNING expires_at
                  """)) {
            statement.setBytes(1, hash);
            statement.setLong(2, validity.toSeconds());
            statement.setObject(3, machine);
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              return rows.getTimestamp(1).toInstant();
            }
          }
        });
  }

  /** Adds an agent, or nothing when the join token is unknown or has expired. */
  Optional<Agent> join(byte[] joinTokenHash, JoinRequest request, byte[] tokenHash) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(JOIN)) {
            Collection<String> actions = request.actions();
            statement.setBytes(1, joinTokenHash);
            statement.setString(2, request.name());
            statement.setBytes(3, tokenHash);
            statement.setArray(
                4,
                connection.createArrayOf(
                    "text", actions == null ? new Object[0] : actions.toArray()));
            statement.setString(5, request.version());
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? Optional.of(new Agent(rows.getLong(1), request.name()))
                  : Optional.<Agent>empty();
            }
          }
        });
  }

  /** The agent with this token. */
  Optional<Agent> find(byte[] tokenHash) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT id, name FROM agents WHERE token_hash = ? AND removed_at IS NULL")) {
            statement.setBytes(1, tokenHash);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? Optional.of(new Agent(rows.getLong(1), rows.getString(2)))
                  : Optional.<Agent>empty();
            }
          }
        });
  }

  /** The agent that was installed on that machine, if it has joined. */
  Optional<MachineAgent> ofMachine(long machine) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OF_MACHINE)) {
            return statement.add(machine).query(AgentStore::machineAgent).stream().findFirst();
          }
        });
  }

  private static MachineAgent machineAgent(ResultSet rows) throws SQLException {
    long silent = rows.getLong(3);
    Duration silence = rows.wasNull() ? null : Duration.ofMillis(silent);
    return new MachineAgent(rows.getLong(1), rows.getString(2), silence);
  }

  /** Removes the agent of that machine, if there is one, whatever it owns; its number. */
  List<Long> removeOfMachine(long machine) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  """
                  UPDATE agents SET removed_at = now()
                  WHERE machine_id = ? AND removed_at IS NULL
                  RETURNING id
                  """)) {
            return statement.add(machine).query(row -> row.getLong(1));
          }
        });
  }

  /**
   * Writes what the agents' last polls said.
   *
   * @param polled by the hash of the token that they polled with
   * @return the tokens that still hold; the agents of the others were removed or have joined anew
   */
  Set<TokenHash> seen(Map<TokenHash, Presence> polled) {
    Collection<Presence> presences = polled.values();
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, SEEN)) {
            return Set.copyOf(
                statement
                    .add("text", polled.keySet(), TokenHash::hex)
                    .add("bigint", presences, Presence::agentId)
                    .add("integer", presences, Presence::capacity)
                    .add("text", presences, presence -> String.join(",", presence.actions()))
                    .add("text", presences, Presence::version)
                    .add("text", presences, Presence::executor)
                    .add("text", presences, Presence::pickUp)
                    .add("text", presences, Presence::notTaking)
                    .add("text", presences, presence -> String.join(",", presence.labels()))
                    .add("text", presences, Presence::address)
                    .add("bigint", presences, presence -> bytes(presence, DiskSpace::freeBytes))
                    .add("bigint", presences, presence -> bytes(presence, DiskSpace::totalBytes))
                    .add("bigint", presences, presence -> bytes(presence, DiskSpace::neededBytes))
                    .query(row -> TokenHash.ofHex(row.getString(1))));
          }
        });
  }

  private static @Nullable Long bytes(
      Presence presence, Function<DiskSpace, @Nullable Long> figure) {
    return presence.disk() == null ? null : figure.apply(presence.disk());
  }

  /**
   * Every agent that has joined and was not removed.
   *
   * @param policy says what each one gets
   */
  List<AgentView> list(AgentPolicy policy) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ALL)) {
            return statement.query(row -> view(row, policy));
          }
        });
  }

  /** The agent of that number, as above. */
  Optional<AgentView> view(long agentId, AgentPolicy policy) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ONE)) {
            return statement.add(agentId).query(row -> view(row, policy)).stream().findFirst();
          }
        });
  }

  private static AgentView view(ResultSet rows, AgentPolicy policy) throws SQLException {
    List<String> subscription = Arrays.asList((String[]) rows.getArray(3).getArray());
    Timestamp lastSeen = rows.getTimestamp(8);
    return new AgentView(
        rows.getLong(1),
        rows.getString(2),
        subscription,
        rows.getInt(4),
        rows.getString(5),
        rows.getString(6),
        rows.getString(7),
        lastSeen == null ? null : lastSeen.toInstant(),
        rows.getBoolean(9),
        rows.getInt(10),
        rows.getString(11),
        rows.getString(12),
        Arrays.asList((String[]) rows.getArray(13).getArray()),
        disk(rows),
        rows.getString(14),
        AgentView.Effective.of(subscription, policy.allowed(rows.getString(7))));
  }

  private static @Nullable DiskSpace disk(ResultSet rows) throws SQLException {
    Long free = rows.getObject(15, Long.class);
    return free == null
        ? null
        : new DiskSpace(free, rows.getObject(16, Long.class), rows.getObject(17, Long.class));
  }

  /** Notes what is wanted of an agent; whether there is such an agent. */
  boolean want(long agentId, Wanted wanted) {
    return transactions.run(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection, "UPDATE agents SET wanted = ? WHERE id = ? AND removed_at IS NULL")) {
            return statement.add(wanted.storedName()).add(agentId).update() == 1;
          }
        });
  }

  /** Removes an agent that owns nothing; whether that was so. */
  boolean remove(long agentId) {
    return transactions.run(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  """
                  UPDATE agents SET removed_at = now()
                  WHERE id = ? AND removed_at IS NULL
                    AND NOT EXISTS (
                      SELECT 1 FROM actions
                      WHERE agent_id = agents.id AND state IN ('consumed', 'running'))
                  """)) {
            return statement.add(agentId).update() == 1;
          }
        });
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
