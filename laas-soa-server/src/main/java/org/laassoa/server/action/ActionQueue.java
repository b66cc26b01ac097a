package org.laassoa.server.action;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.cluster.Announcements;
import org.laassoa.server.cluster.Word;
import org.laassoa.server.database.GroupCommit;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * The queue of actions, as a table. Every write of an agent names its attempt: once an action has
 * been handed to somebody else, the former owner's writes change nothing. What many callers want at
 * the same time is done by one statement and one commit; each call returns after that commit.
 */
@ApplicationScoped
public class ActionQueue {

  /** Four polls: fewer could be late without anything being wrong. */
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

  private static final int GROUP = 256;

  /** A caller may bring a thousand actions. */
  private static final int ENQUEUE_GROUP = 16;

  private final Transactions transactions;
  private final ActionSignals signals;
  private final ReadyWork readyWork;
  private final WorkWaiters waiters;
  private final OwnedActions owned;
  private final Announcements announcements;
  private final long leaseMillis;
  private final Claiming claiming;
  private final GroupCommit<EnqueueRequest, Enqueuing.Enqueued> enqueues;
  private final GroupCommit<ClaimRequest, List<Claimed>> claims;
  private final GroupCommit<Leasing.Holder, List<Renewal>> renewals;
  private final GroupCommit<Completion, Ending.End> completions;

  ActionQueue(
      Transactions transactions,
      Plans plans,
      QueueMemory memory,
      Announcements announcements,
      LaasConfig config) {
    this.transactions = transactions;
    this.signals = memory.signals();
    this.readyWork = memory.readyWork();
    this.waiters = memory.waiters();
    this.owned = memory.owned();
    this.announcements = announcements;
    if (config.lease().compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException("laas.lease must be at least " + SHORTEST_LEASE);
    }
    this.leaseMillis = config.lease().toMillis();
    this.claiming = new Claiming(leaseMillis);
    this.enqueues = new GroupCommit<>(transactions, ENQUEUE_GROUP, new Enqueuing(plans)::enqueue);
    this.claims = new GroupCommit<>(transactions, GROUP, this::claim);
    this.renewals = new GroupCommit<>(transactions, GROUP, new Leasing(leaseMillis)::renew);
    this.completions = new GroupCommit<>(transactions, GROUP, Ending::complete);
  }

  /**
   * Enqueues actions, all or none.
   *
   * @return their numbers in the same order, or nothing when a project or parent image is gone
   */
  public Optional<List<ActionId>> enqueue(List<NewAction> actions) {
    return enqueue(new EnqueueRequest(actions, null))
            instanceof EnqueueAnswer.Added(List<ActionId> added)
        ? Optional.of(added)
        : Optional.empty();
  }

  /** Enqueues actions, all or none; those of a repeated request once. */
  public EnqueueAnswer enqueue(EnqueueRequest request) {
    Enqueuing.Enqueued enqueued = enqueues.serve(request);
    if (enqueued.answer() instanceof EnqueueAnswer.Added) {
      enqueued.superseded().forEach(this::changed);
      request.actions().stream()
          .filter(action -> !enqueued.limited().contains(action.subject().projectId()))
          .collect(groupingBy(NewAction::lane, counting()))
          .forEach((lane, count) -> ready(lane, Math.toIntExact(count)));
      enqueued.limited().forEach(this::promote);
    }
    return enqueued.answer();
  }

  /** What a request with this key brought when it was served, or nothing when none was. */
  public Optional<EnqueueAnswer> served(IdempotencyKey key) {
    return transactions.single(connection -> RepeatedRequests.find(connection, key));
  }

  /**
   * Hands queued actions to an agent, which owns them from then on.
   *
   * @return what it owns now, in the order of the queue
   */
  public List<Claimed> claim(ClaimRequest request) {
    List<Claimed> claimed = claims.serve(request);
    owned.handedOut(claimed);
    claimed.forEach(one -> changed(one.action()));
    return claimed;
  }

  private List<List<Claimed>> claim(Connection connection, List<ClaimRequest> requests)
      throws SQLException {
    ReadyWork.Look look = readyWork.look();
    Map<ClaimRequest, Set<Lane>> lanes = new HashMap<>();
    requests.forEach(request -> lanes.put(request, readyWork.lanesFor(request.offer())));
    List<List<Claimed>> claimed =
        claiming.claim(connection, requests, request -> lanes.getOrDefault(request, Set.of()));
    for (int i = 0; i < requests.size(); i++) {
      ClaimRequest request = requests.get(i);
      if (claimed.get(i).size() < request.room()) {
        look.foundNoMore(lanes.getOrDefault(request, Set.of()));
      }
    }
    return claimed;
  }

  /**
   * Hands out again what this agent was given and does not hold: a lost answer loses nothing.
   *
   * @param held what the agent says it holds
   */
  public List<Claimed> handOutAgain(long agentId, List<ActionId> held) {
    List<Claimed> again =
        transactions.single(connection -> claiming.handOutAgain(connection, agentId, held));
    if (again.isEmpty()) {
      owned.nothingMissing(agentId);
    }
    return again;
  }

  /** What of this an agent still owns, for one that was restarted and needs to know it again. */
  public List<Claimed> resume(long agentId, List<Held> resumed) {
    return transactions.single(connection -> claiming.resume(connection, agentId, resumed));
  }

  /** Renews the leases of what an agent holds, which acknowledges it too. */
  public List<Renewal> renew(long agentId, List<Held> holding) {
    if (holding.isEmpty()) {
      return List.of();
    }
    List<Held> news = holding.stream().filter(owned::tellsNews).toList();
    List<Renewal> renewed = renewals.serve(new Leasing.Holder(agentId, holding));
    owned.renewed(agentId, renewed);
    news.forEach(one -> changed(one.action()));
    return renewed;
  }

  /** Ends an attempt; saying so again changes nothing. */
  public Completed complete(Completion completion) {
    Ending.End end = completions.serve(completion);
    if (end.completed() instanceof Completed.Ended) {
      owned.released(completion.owner());
      changed(completion.owner().action());
      end.freed().ifPresent(this::promote);
    }
    return end.completed();
  }

  /**
   * Takes back what its owner hands back: it waits again, unless somebody has cancelled it or it
   * has come to a step that must not run twice.
   *
   * @return the state that it is in now, or nothing when somebody else owns it
   */
  public Optional<ActionState> handBack(HandBack back) {
    Optional<Reaping.Reaped> taken =
        transactions.run(connection -> Reaping.handBack(connection, back));
    taken.ifPresent(this::takenBack);
    return taken.flatMap(one -> state(one.action()));
  }

  /**
   * Cancels an action: at once while it is queued, else by an order to its owner.
   *
   * @return the state after, or nothing when there is no such action; an ended action stays as it
   *     is
   */
  public Optional<ActionState> cancel(ActionId action) {
    Cancelling.Cancelled cancelled =
        transactions.run(connection -> Cancelling.cancel(connection, action));
    cancelled
        .owner()
        .ifPresent(
            agent -> {
              cancelRequested(action, agent);
              announcements.tell(new Word.CancelRequested(action.value(), agent));
            });
    changed(action);
    return cancelled.state();
  }

  /** The owner is to be told to stop. */
  void cancelRequested(ActionId action, long agent) {
    owned.cancelRequested(action);
    waiters.wakeAgent(agent);
  }

  /** What waits for this agent and could be done by no other. */
  public List<ActionId> queuedFor(long agentId) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  """
                  SELECT id FROM actions
                  WHERE state = 'queued' AND NOT held_back AND type = ANY (?) AND requirement = ?
                  """)) {
            return statement
                .add("text", List.of(ActionType.values()), ActionType::wireName)
                .add(Lane.agentLabel(agentId))
                .query(row -> new ActionId(row.getLong(1)));
          }
        });
  }

  /** The action's state, or nothing when there is no such action. */
  public Optional<ActionState> state(ActionId action) {
    return transactions.run(connection -> Cancelling.state(connection, action));
  }

  /** How many actions are in each state that is not final; a state without any is missing. */
  public Map<ActionState, Long> countUnended() {
    return transactions.single(
        connection -> {
          Map<ActionState, Long> counts = new EnumMap<>(ActionState.class);
          try (var statement =
              Parameters.of(connection, "SELECT state, count(*) FROM actions GROUP BY state")) {
            statement.query(
                row -> counts.put(ActionState.ofWireName(row.getString(1)), row.getLong(2)));
          }
          return counts;
        });
  }

  /** Whether an agent holds an action that pins these scripts. */
  public boolean holdsScripts(long agentId, long scriptRevisionId) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  """
                  SELECT 1 FROM actions
                  WHERE agent_id = ? AND script_revision_id = ?
                    AND state IN ('consumed', 'running')
                  """)) {
            return !statement
                .add(agentId)
                .add(scriptRevisionId)
                .query(row -> row.getInt(1))
                .isEmpty();
          }
        });
  }

  /**
   * Takes actions back whose lease has ended.
   *
   * @return how many
   */
  public int reap() {
    List<Reaping.Reaped> reaped = transactions.run(Reaping::requeue);
    List<Reaping.Reaped> ended = transactions.run(Reaping::end);
    reaped.forEach(this::takenBack);
    ended.forEach(this::takenBack);
    return reaped.size() + ended.size();
  }

  private void takenBack(Reaping.Reaped taken) {
    owned.released(taken.action());
    changed(taken.action());
    taken.requeued().ifPresent(lane -> ready(lane, 1));
  }

  /**
   * Makes held back actions ready wherever a limit allows it: after limits were changed, and in
   * case a server died between an end and what follows from it.
   */
  public void promoteAll() {
    transactions.single(Promoting::holdingBack).forEach(this::promote);
  }

  private void promote(long project) {
    transactions.run(connection -> Promoting.promote(connection, project)).stream()
        .collect(groupingBy(lane -> lane, counting()))
        .forEach((lane, count) -> ready(lane, Math.toIntExact(count)));
  }

  /** Gives every lease its whole length again, since nobody could renew while no server ran. */
  public void grantGrace() {
    transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  """
                  UPDATE actions
                  SET lease_until = greatest(lease_until, now() + ? * interval '1 millisecond')
                  WHERE state IN ('consumed', 'running')
                  """)) {
            return statement.add(leaseMillis).update();
          }
        });
  }

  /** Which of these are the owners; their actions are locked until the transaction ends. */
  public Map<Ownership, OwnedLog> lockLogs(Connection connection, Collection<Ownership> owners)
      throws SQLException {
    return AttemptLogs.lock(connection, owners);
  }

  /** Notes how long logs are now that {@link #lockLogs} has locked; this acknowledges too. */
  public void noteLogs(Connection connection, Map<Ownership, Long> lengths) throws SQLException {
    AttemptLogs.note(connection, lengths);
  }

  /** Tells whoever follows the action, on this server and on others; called after the commit. */
  public void changed(ActionId action) {
    signals.changed(action);
    announcements.tell(new Word.Changed(action.value()));
  }

  private void ready(Lane lane, int count) {
    signals.added();
    readyWork.added(lane, count);
    announcements.tell(new Word.Ready(lane.type().wireName(), lane.requirement(), count));
  }
}
