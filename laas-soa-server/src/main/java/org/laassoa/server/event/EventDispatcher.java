package org.laassoa.server.event;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.laassoa.server.cluster.Word;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * Tells the listeners of what the triggers on the queue's tables have written down, in order. Of
 * several servers one does it at a time. An event is removed in the transaction in which the
 * listeners write what follows from it: after a crash either both are done or neither is.
 */
@ApplicationScoped
public class EventDispatcher {

  private static final Logger LOG = Logger.getLogger(EventDispatcher.class);

  private static final int BATCH = 200;

  /** Enough for two hours, with pauses of up to five minutes. */
  private static final int MOST_TRIES = 30;

  /** Whoever holds this is the one; it ends with the transaction. */
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(0x6c616175)";

  /** What follows an event of the same build that is to be told later waits for it. */
  private static final String NEXT =
      """
      SELECT id, build, project, state, at
      FROM build_events
      WHERE not_before <= now() AND NOT EXISTS (
        SELECT 1 FROM build_events AS held
        WHERE held.tries > 0 AND held.build = build_events.build AND held.id < build_events.id
          AND held.not_before > now())
      ORDER BY id
      LIMIT ?
      """;

  private static final String REMOVE = "DELETE FROM build_events WHERE id = ?";

  private static final String LATER =
      """
      UPDATE build_events
      SET tries = tries + 1, not_before = now() + least(2 ^ tries, 300) * interval '1 second'
      WHERE id = ?
      RETURNING tries
      """;

  private final Transactions transactions;
  private final List<BuildEventListener> listeners;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  EventDispatcher(Transactions transactions, @All List<BuildEventListener> listeners) {
    this.transactions = transactions;
    this.listeners = listeners;
  }

  void heard(@Observes Word word) {
    if (word instanceof Word.Announced || word instanceof Word.Anything) {
      wake();
    }
  }

  /** In case a word is lost, or was said while no server ran. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void wake() {
    wanted.set(true);
    if (running.compareAndSet(false, true)) {
      Thread.ofVirtual().name("events").start(this::run);
    }
  }

  private void run() {
    try {
      while (wanted.getAndSet(false)) {
        dispatchAll();
      }
    } catch (DatabaseException e) {
      LOG.debugf("events are told of later: %s", e.getMessage());
    } finally {
      running.set(false);
    }
  }

  private void dispatchAll() {
    while (dispatch() == BATCH) {
      LOG.debug("more events than one transaction takes");
    }
  }

  /**
   * Tells of the next events.
   *
   * @return of how many
   * @throws DatabaseException when the database refuses it; nothing has happened then
   */
  int dispatch() {
    return transactions.run(
        connection -> {
          if (!locked(connection)) {
            return 0;
          }
          int told = 0;
          Set<Long> held = new HashSet<>();
          for (BuildEvent event : next(connection)) {
            if (!held.contains(event.build()) && tell(connection, event)) {
              told++;
            } else {
              held.add(event.build());
            }
          }
          return told;
        });
  }

  /** What one event's listeners do is done or undone as a whole; others are not touched by it. */
  private boolean tell(Connection connection, BuildEvent event) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      for (BuildEventListener listener : listeners) {
        listener.on(connection, event);
      }
      remove(connection, event);
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException | RuntimeException e) {
      connection.rollback(before);
      later(connection, event, e);
      return false;
    }
  }

  private static void later(Connection connection, BuildEvent event, Exception cause)
      throws SQLException {
    try (var statement = Parameters.of(connection, LATER)) {
      int tries = statement.add(event.id()).query(row -> row.getInt(1)).getFirst();
      if (tries < MOST_TRIES) {
        LOG.warnf(cause, "what follows from %s is tried again", event);
        return;
      }
    }
    LOG.errorf(cause, "what follows from %s is given up after %d tries", event, MOST_TRIES);
    remove(connection, event);
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, LOCK)) {
      return statement.query(row -> row.getBoolean(1)).getFirst();
    }
  }

  private static List<BuildEvent> next(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, NEXT)) {
      return statement
          .add(BATCH)
          .query(
              row ->
                  new BuildEvent(
                      row.getLong(1),
                      row.getLong(2),
                      row.getString(3),
                      row.getString(4),
                      row.getTimestamp(5).toInstant()));
    }
  }

  private static void remove(Connection connection, BuildEvent event) throws SQLException {
    try (var statement = Parameters.of(connection, REMOVE)) {
      statement.add(event.id()).update();
    }
  }
}
