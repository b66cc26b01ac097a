package org.laassoa.server.action;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.laassoa.server.cluster.OtherServers;
import org.laassoa.server.cluster.Word;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.ActionType;

/**
 * Looks at the queue's table each second: takes back what silent agents held, and finds out
 * whatever this server was not told. Every server does so; a row is taken by one of them.
 */
@ApplicationScoped
class QueueWatch {

  private static final Logger LOG = Logger.getLogger(QueueWatch.class);

  /**
   * Of each lane as many as could usefully wake somebody. The lanes are found by stepping through
   * the index from one to the next, however long each of them is.
   */
  private static final String READY =
      """
      WITH RECURSIVE lanes AS (
        (SELECT type, requirement FROM actions
         WHERE state = 'queued' AND NOT held_back
         ORDER BY type, requirement LIMIT 1)
        UNION ALL
        SELECT next.type, next.requirement
        FROM lanes CROSS JOIN LATERAL (
          SELECT type, requirement FROM actions
          WHERE state = 'queued' AND NOT held_back
            AND (type, requirement) > (lanes.type, lanes.requirement)
          ORDER BY type, requirement LIMIT 1) AS next
      )
      SELECT type, requirement,
             (SELECT count(*) FROM (
                SELECT 1 FROM actions
                WHERE state = 'queued' AND NOT held_back AND type = lanes.type
                  AND requirement = lanes.requirement
                LIMIT 100) AS ready)
      FROM lanes
      """;

  /** What other servers have handed out, and what agents of this one are to be told. */
  private static final String OWNED =
      """
      SELECT id, agent_id, cancel_requested
      FROM actions
      WHERE state IN ('consumed', 'running') AND (state = 'consumed' OR cancel_requested)
        AND agent_id IS NOT NULL AND claimed_at < now() - interval '1 second'
      """;

  private final ActionQueue queue;
  private final QueueMemory memory;
  private final OtherServers otherServers;
  private final Transactions transactions;
  private boolean failing;

  QueueWatch(
      ActionQueue queue, QueueMemory memory, OtherServers otherServers, Transactions transactions) {
    this.queue = queue;
    this.memory = memory;
    this.otherServers = otherServers;
    this.transactions = transactions;
  }

  /** Where another server runs, agents could renew, and their leases stand. */
  void onStart(@Observes StartupEvent event) {
    if (otherServers.alone()) {
      queue.grantGrace();
    }
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      int reaped = queue.reap();
      if (reaped > 0) {
        LOG.infof("took back %d actions whose agents have gone silent", reaped);
      }
      queue.promoteAll();
      lookForReady();
      lookForOwned();
      memory.owned().forgetOld();
      failing = false;
    } catch (DatabaseException e) {
      if (!failing) {
        LOG.errorf("the queue cannot be looked at, trying on: %s", e.getMessage());
      }
      failing = true;
    }
  }

  private void lookForReady() {
    record Ready(Lane lane, int count) {}
    transactions
        .single(
            connection -> {
              try (var statement = Parameters.of(connection, READY)) {
                return statement.query(
                    row ->
                        new Ready(
                            new Lane(
                                ActionType.ofWireName(row.getString(1)).orElseThrow(),
                                row.getString(2)),
                            row.getInt(3)));
              }
            })
        .stream()
        .forEach(ready -> memory.readyWork().added(ready.lane(), ready.count()));
  }

  private void lookForOwned() {
    record Owned(ActionId action, long agent, boolean cancelRequested) {}
    transactions
        .single(
            connection -> {
              try (var statement = Parameters.of(connection, OWNED)) {
                return statement.query(
                    row ->
                        new Owned(new ActionId(row.getLong(1)), row.getLong(2), row.getBoolean(3)));
              }
            })
        .forEach(
            owned -> {
              if (owned.cancelRequested()) {
                queue.cancelRequested(owned.action(), owned.agent());
              } else {
                memory.owned().handedOut(owned.agent(), owned.action());
              }
            });
  }

  /** What another server says. */
  void heard(@Observes Word word) {
    switch (word) {
      case Word.Ready(String type, String requirement, int count) -> {
        memory.signals().added();
        ActionType.ofWireName(type)
            .ifPresent(known -> memory.readyWork().added(new Lane(known, requirement), count));
      }
      case Word.Changed(long action) -> memory.signals().changed(new ActionId(action));
      case Word.CancelRequested(long action, long agent) ->
          queue.cancelRequested(new ActionId(action), agent);
      case Word.Announced(), Word.ToDeliver() -> {}
      case Word.Anything() -> {
        look();
        memory.signals().changedAll();
      }
    }
  }
}
