package org.laassoa.server.action;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * The queue of actions, as a table. Every write of an agent names its attempt: once an action has
 * been handed to somebody else, the former owner's writes change nothing.
 */
@ApplicationScoped
public class ActionQueue {

  /** Four polls: fewer could be late without anything being wrong. */
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final ActionSignals signals;
  private final long leaseMillis;

  ActionQueue(Transactions transactions, ActionSignals signals, LaasConfig config) {
    this.transactions = transactions;
    this.signals = signals;
    if (config.lease().compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException("laas.lease must be at least " + SHORTEST_LEASE);
    }
    this.leaseMillis = config.lease().toMillis();
  }

  /** Enqueues within the caller's transaction. */
  public ActionId enqueue(Connection connection, NewAction action) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.ENQUEUE)) {
      statement.setString(1, action.type().wireName());
      statement.setString(2, action.payload());
      statement.setLong(3, action.scriptRevisionId());
      statement.setInt(4, action.maxAttempts());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new ActionId(rows.getLong(1));
      }
    }
  }

  /**
   * Hands queued actions to an agent, which owns them from then on.
   *
   * @param types what the agent takes
   * @param limit how many at most; 0 hands out nothing
   * @return what it owns now, in the order of the queue
   */
  public List<Claimed> claim(
      long agentId, String agentName, Collection<ActionType> types, int limit) {
    if (limit <= 0) {
      return List.of();
    }
    return transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(QueueStatements.CLAIM)) {
            statement.setArray(1, array(connection, "text", types, ActionType::wireName));
            statement.setInt(2, limit);
            statement.setLong(3, agentId);
            statement.setLong(4, leaseMillis);
            statement.setLong(5, agentId);
            statement.setString(6, agentName);
            return claimed(statement);
          }
        });
  }

  /**
   * Hands out again what this agent was given and does not hold: a lost answer loses nothing.
   *
   * @param held what the agent says it holds
   */
  public List<Claimed> handOutAgain(long agentId, Collection<ActionId> held) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(QueueStatements.HAND_OUT_AGAIN)) {
            statement.setLong(1, leaseMillis);
            statement.setLong(2, agentId);
            statement.setArray(3, array(connection, "bigint", held, ActionId::value));
            return claimed(statement);
          }
        });
  }

  /** Renews the leases of what an agent holds, which acknowledges it too. */
  public List<Renewal> renew(long agentId, List<Held> holding) {
    if (holding.isEmpty()) {
      return List.of();
    }
    Map<ActionId, Lease> renewed =
        transactions.run(connection -> renewed(connection, agentId, holding));
    return holding.stream().map(held -> renewal(held, renewed.get(held.action()))).toList();
  }

  private record Lease(ActionId action, int attempt, boolean cancelRequested) {}

  private static Renewal renewal(Held held, @Nullable Lease lease) {
    if (lease == null || lease.attempt() != held.attempt()) {
      return new Renewal.Lost(held);
    }
    return lease.cancelRequested() ? new Renewal.CancelRequested(held) : new Renewal.Renewed(held);
  }

  private Map<ActionId, Lease> renewed(Connection connection, long agentId, List<Held> holding)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.RENEW)) {
      statement.setLong(1, leaseMillis);
      statement.setArray(2, array(connection, "bigint", holding, held -> held.action().value()));
      statement.setArray(3, array(connection, "integer", holding, Held::attempt));
      statement.setArray(4, array(connection, "text", holding, Held::step));
      statement.setLong(5, agentId);
      try (ResultSet rows = statement.executeQuery()) {
        List<Lease> leases = new ArrayList<>();
        while (rows.next()) {
          leases.add(new Lease(new ActionId(rows.getLong(1)), rows.getInt(2), rows.getBoolean(3)));
        }
        return leases.stream().collect(toMap(Lease::action, identity(), (one, same) -> one));
      }
    }
  }

  /**
   * Notes that the owner has spoken of an action, and locks it until the transaction ends.
   *
   * @return whether this is the owner
   */
  public boolean acknowledge(Connection connection, Ownership owner) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.ACKNOWLEDGE)) {
      statement.setLong(1, owner.action().value());
      statement.setInt(2, owner.attempt());
      statement.setLong(3, owner.agentId());
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * Ends an attempt, within the transaction in which {@link #acknowledge} found the owner.
   *
   * @param completion how it ended
   */
  public void complete(Connection connection, Completion completion) throws SQLException {
    Ownership owner = completion.owner();
    try (PreparedStatement end = connection.prepareStatement(QueueStatements.END);
        PreparedStatement attempt = connection.prepareStatement(QueueStatements.END_ATTEMPT)) {
      end.setString(1, completion.state().wireName());
      end.setString(2, completion.outcome());
      end.setLong(3, owner.action().value());
      end.executeUpdate();
      attempt.setString(1, completion.outcome());
      attempt.setString(2, completion.steps());
      attempt.setString(3, completion.images());
      attempt.setString(4, completion.commit());
      attempt.setString(5, completion.logSha256());
      attempt.setObject(6, completion.logIntact());
      attempt.setLong(7, owner.action().value());
      attempt.setInt(8, owner.attempt());
      attempt.executeUpdate();
    }
  }

  /** Whether this owner has ended this attempt already: then saying so again changes nothing. */
  public boolean endedBy(Connection connection, Ownership owner) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.ENDED_BY)) {
      statement.setLong(1, owner.action().value());
      statement.setInt(2, owner.attempt());
      statement.setLong(3, owner.agentId());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Cancels an action: at once while it is queued, else by an order to its owner.
   *
   * @return the state after, or nothing when there is no such action; an ended action stays as it
   *     is
   */
  public Optional<ActionState> cancel(ActionId action) {
    Optional<ActionState> state =
        transactions.run(
            connection -> {
              // In this order: what a claim takes in between is found by the second statement.
              if (update(connection, QueueStatements.CANCEL_QUEUED, action.value()) == 0) {
                update(connection, QueueStatements.REQUEST_CANCEL, action.value());
              }
              return state(connection, action);
            });
    signals.changed(action);
    return state;
  }

  private static Optional<ActionState> state(Connection connection, ActionId action)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.STATE)) {
      statement.setLong(1, action.value());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(ActionState.ofWireName(rows.getString(1)))
            : Optional.empty();
      }
    }
  }

  /** The action's state, or nothing when there is no such action. */
  public Optional<ActionState> state(ActionId action) {
    return transactions.run(connection -> state(connection, action));
  }

  /** How many actions are in each state that is not final; a state without any is missing. */
  public Map<ActionState, Long> countUnended() {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(QueueStatements.COUNT_UNENDED);
              ResultSet rows = statement.executeQuery()) {
            Map<ActionState, Long> counts = new EnumMap<>(ActionState.class);
            while (rows.next()) {
              counts.put(ActionState.ofWireName(rows.getString(1)), rows.getLong(2));
            }
            return counts;
          }
        });
  }

  /** Whether an agent holds an action that pins these scripts. */
  public boolean holdsScripts(long agentId, long scriptRevisionId) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(QueueStatements.HOLDS_SCRIPTS)) {
            statement.setLong(1, agentId);
            statement.setLong(2, scriptRevisionId);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  /**
   * Takes actions back whose lease has ended.
   *
   * @return how many
   */
  public int reap() {
    List<ActionId> reaped =
        transactions.run(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(QueueStatements.REAP);
                  ResultSet rows = statement.executeQuery()) {
                List<ActionId> found = new ArrayList<>();
                while (rows.next()) {
                  found.add(new ActionId(rows.getLong(1)));
                }
                return found;
              }
            });
    reaped.forEach(signals::changed);
    return reaped.size();
  }

  /** Gives every lease its whole length again, since nobody could renew while no server ran. */
  public void grantGrace() {
    transactions.run(connection -> update(connection, QueueStatements.GRANT_GRACE, leaseMillis));
  }

  private static int update(Connection connection, String sql, long parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, parameter);
      return statement.executeUpdate();
    }
  }

  private static <T> Array array(
      Connection connection, String type, Collection<T> from, Function<T, @Nullable Object> element)
      throws SQLException {
    return connection.createArrayOf(type, from.stream().map(element).toArray());
  }

  private static List<Claimed> claimed(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Claimed> claimed = new ArrayList<>();
      while (rows.next()) {
        claimed.add(
            new Claimed(
                new ActionId(rows.getLong(1)),
                rows.getInt(2),
                rows.getString(3),
                rows.getString(4)));
      }
      return claimed;
    }
  }
}
