package org.laassoa.server.action;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;
import org.laassoa.wire.Holding;

/**
 * The queue of actions, as a table. Every write of an agent names its attempt: once an action has
 * been handed to somebody else, the former owner's writes change nothing.
 */
@ApplicationScoped
public class ActionQueue {

  private final Transactions transactions;
  private final ActionSignals signals;
  private final long leaseMillis;

  ActionQueue(Transactions transactions, ActionSignals signals, LaasConfig config) {
    this.transactions = transactions;
    this.signals = signals;
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
            statement.setArray(
                1,
                connection.createArrayOf(
                    "text", types.stream().map(ActionType::wireName).toArray()));
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
            statement.setArray(
                3,
                connection.createArrayOf("bigint", held.stream().map(ActionId::value).toArray()));
            return claimed(statement);
          }
        });
  }

  /** Renews the leases of what an agent holds, which acknowledges it too. */
  public List<Renewal> renew(long agentId, Map<ActionId, Holding> holding) {
    if (holding.isEmpty()) {
      return List.of();
    }
    Map<ActionId, Boolean> renewed =
        transactions.run(connection -> renewed(connection, agentId, holding));
    List<Renewal> renewals = new ArrayList<>();
    holding.forEach(
        (action, held) -> {
          Boolean cancel = renewed.get(action);
          renewals.add(
              cancel == null
                  ? new Renewal.Lost(action, held.attempt())
                  : cancel
                      ? new Renewal.CancelRequested(action, held.attempt())
                      : new Renewal.Renewed(action, held.attempt()));
        });
    return renewals;
  }

  private Map<ActionId, Boolean> renewed(
      Connection connection, long agentId, Map<ActionId, Holding> holding) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QueueStatements.RENEW)) {
      statement.setLong(1, leaseMillis);
      statement.setArray(
          2,
          connection.createArrayOf(
              "bigint", holding.keySet().stream().map(ActionId::value).toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "integer", holding.values().stream().map(Holding::attempt).toArray()));
      statement.setArray(
          4,
          connection.createArrayOf("text", holding.values().stream().map(Holding::step).toArray()));
      statement.setLong(5, agentId);
      try (ResultSet rows = statement.executeQuery()) {
        List<Map.Entry<ActionId, Boolean>> found = new ArrayList<>();
        while (rows.next()) {
          found.add(Map.entry(new ActionId(rows.getLong(1)), rows.getBoolean(3)));
        }
        return found.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
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
