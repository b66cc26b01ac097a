package org.laassoa.server.action;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  /** Who waits for work. */
  public final WorkWaiters waiters = new WorkWaiters();

  /** Who owns what, as far as memory knows. */
  public final OwnedActions owned = new OwnedActions(config());

  final QueueMemory memory;

  /** The signals of the queue. */
  public final ActionSignals signals = new ActionSignals();

  /** Begins with an empty queue. */
  public QueueFixture(Transactions transactions) {
    this.transactions = transactions;
    this.memory = new QueueMemory(signals, new ReadyWork(waiters), waiters, owned);
    this.queue =
        new ActionQueue(transactions, new Plans(transactions), memory, word -> {}, config());
    sql("DELETE FROM actions");
    sql("DELETE FROM fair_turns");
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
    return enqueue(List.of(), 2);
  }

  /** Enqueues an action with steps that must not run twice. */
  public ActionId enqueue(List<String> unrepeatableSteps, int maxAttempts) {
    return enqueue(action(unrepeatableSteps, maxAttempts, 0, null, null));
  }

  /** Enqueues an action of a project with a priority. */
  public ActionId enqueue(int priority, Long project) {
    return enqueue(action(List.of(), 2, priority, project, null));
  }

  /** Enqueues an action. */
  public ActionId enqueue(NewAction action) {
    return queue.enqueue(List.of(action)).orElseThrow().getFirst();
  }

  /** An action. */
  public static NewAction action(
      List<String> unrepeatableSteps, int maxAttempts, int priority, Long project, String branch) {
    return new NewAction(
        Lane.open(ActionType.BUILD),
        priority,
        "{}",
        1L,
        unrepeatableSteps,
        maxAttempts,
        new ActionSubject(
            project,
            null,
            "subject",
            branch == null ? null : "branch",
            branch,
            "{}",
            null,
            "somebody",
            null));
  }

  /** A new project's number. */
  public long project(Integer maxConcurrent, boolean newestOnly) {
    String name = "p" + UUID.randomUUID();
    return transactions.run(
        connection ->
            RealPostgres.number(
                connection,
                """
                WITH environment AS (
                  INSERT INTO build_environments (name, image) VALUES (?, 'none') RETURNING id
                ), scripts AS (
                  INSERT INTO script_sets DEFAULT VALUES RETURNING id
                ), configuration AS (
                  INSERT INTO build_configurations (name, build_environment_id, script_set_id)
                  SELECT ?, environment.id, scripts.id FROM environment, scripts RETURNING id
                )
                INSERT INTO projects (
                  name, repository, build_configuration_id, max_concurrent, newest_only)
                SELECT ?, 'r.git', id, ?, ? FROM configuration RETURNING id
                """,
                name,
                name,
                name,
                maxConcurrent,
                newestOnly));
  }

  /** Claims one action. */
  public List<Claimed> claim(long agent) {
    return claim(agent, 1);
  }

  /** Claims up to so many actions. */
  public List<Claimed> claim(long agent, int limit) {
    return claim(agent, Set.of(), limit);
  }

  /** Claims up to so many actions, as an agent that has these labels. */
  public List<Claimed> claim(long agent, Set<String> labels, int limit) {
    return queue.claim(new ClaimRequest(agent, "agent", offer(labels), limit));
  }

  /** What an agent takes that has these labels and asks for everything. */
  public static Offer offer(Set<String> labels) {
    return new Offer(EnumSet.allOf(ActionType.class), labels);
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
    return complete(owner, null) instanceof Completed.Ended;
  }

  /** Ends an attempt well, with a log of that length. */
  public Completed complete(Ownership owner, Long logBytes) {
    return queue.complete(completion(owner, logBytes));
  }

  /** The report of a good end. */
  public static Completion completion(Ownership owner, Long logBytes) {
    return new Completion(
        owner,
        ActionState.SUCCEEDED,
        "{\"result\": \"succeeded\"}",
        "[]",
        "[]",
        null,
        logBytes,
        null,
        null);
  }

  /** Runs one statement. */
  public int sql(String sql, Object... parameters) {
    return transactions.run(connection -> RealPostgres.execute(connection, sql, parameters));
  }
}
