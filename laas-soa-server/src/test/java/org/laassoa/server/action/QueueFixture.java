package org.laassoa.server.action;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.database.RealPostgres;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/** A queue on a real database, with agents and actions to play with. */
public final class QueueFixture {

  /** The database. */
  public final Transactions transactions;

  /** The queue. */
  public final ActionQueue queue;

  /** The signals of the queue. */
  public final ActionSignals signals = new ActionSignals();

  /** Begins with an empty queue. */
  public QueueFixture(Transactions transactions) {
    this.transactions = transactions;
    this.queue = new ActionQueue(transactions, signals, config());
    sql("DELETE FROM actions");
  }

  /** Settings with a lease of half a minute and short logs. */
  public static LaasConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(LaasConfig.class)
        .withDefaultValue("laas.home", "unused")
        .withDefaultValue("laas.limits.log-bytes", "10000000")
        .build()
        .getConfigMapping(LaasConfig.class);
  }

  /** A new agent's number. */
  public long agent() {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    return transactions.run(
        connection ->
            RealPostgres.number(
                connection,
                "INSERT INTO agents (name, token_hash) VALUES ('agent', ?) RETURNING id",
                token));
  }

  /** Enqueues an action that may be handed out twice. */
  public ActionId enqueue() {
    return enqueue("{}", 2);
  }

  /** Enqueues an action. */
  public ActionId enqueue(String payload, int maxAttempts) {
    return transactions.run(
        connection ->
            queue.enqueue(connection, new NewAction(ActionType.BUILD, payload, 1, maxAttempts)));
  }

  /** Claims one action. */
  public List<Claimed> claim(long agent) {
    return claim(agent, 1);
  }

  /** Claims up to so many actions. */
  public List<Claimed> claim(long agent, int limit) {
    return queue.claim(agent, "agent", List.of(ActionType.values()), limit);
  }

  /** Lets the lease of an action end now. */
  public void expire(ActionId action) {
    sql(
        "UPDATE actions SET lease_until = now() - interval '1 second' WHERE id = ?",
        action.value());
  }

  /** The action's state. */
  public ActionState state(ActionId action) {
    return queue.state(action).orElseThrow();
  }

  /** Ends an attempt well, if the owner is the owner. */
  public boolean succeed(Ownership owner) {
    return transactions.run(
        connection -> {
          if (!queue.acknowledge(connection, owner)) {
            return false;
          }
          queue.complete(
              connection,
              new Completion(
                  owner,
                  ActionState.SUCCEEDED,
                  "{\"result\": \"succeeded\"}",
                  "[]",
                  "[]",
                  null,
                  null,
                  null));
          return true;
        });
  }

  /** Runs one statement. */
  public int sql(String sql, Object... parameters) {
    return transactions.run(connection -> RealPostgres.execute(connection, sql, parameters));
  }
}
