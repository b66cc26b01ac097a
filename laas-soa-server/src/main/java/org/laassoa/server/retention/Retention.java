package org.laassoa.server.retention;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.Plans;
import org.laassoa.server.audit.AuditTrail;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * Keeps ended builds and their logs for as long as the settings say, and makes the tables of the
 * weeks to come. Of several servers one does it.
 */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(0x6c616174)";

  /** Dropping waits for readers, and new readers wait behind it: not for long. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '2s'";

  /** A project's own numbers win over the settings; its newest build stays however old it is. */
  private static final String EXCESS =
      """
      WITH excess AS (
        SELECT ranked.id, ranked.ended_at, claimed_at
        FROM (
          SELECT id, ended_at, claimed_at, type, subject,
                 row_number() OVER (PARTITION BY type, subject ORDER BY id DESC) AS place
          FROM ended_actions
          WHERE ? > 0 OR (type = 'build' AND subject IN (
            SELECT name FROM projects WHERE keep_builds IS NOT NULL OR keep_days IS NOT NULL))
        ) AS ranked
          LEFT JOIN projects ON ranked.type = 'build' AND projects.name = ranked.subject
        WHERE place > coalesce(projects.keep_builds, nullif(?, 0))
          OR (place > 1 AND ranked.ended_at < ?::timestamptz - projects.keep_days * interval '1 day')
      ), logs AS (
        DELETE FROM log_chunks USING excess
        WHERE log_chunks.claimed_at = excess.claimed_at AND log_chunks.action_id = excess.id
      ), former AS (
        DELETE FROM former_attempts USING excess WHERE former_attempts.action_id = excess.id
      )
      DELETE FROM ended_actions USING excess
      WHERE ended_actions.id = excess.id AND ended_actions.ended_at = excess.ended_at
      """;

  private static final String OLD_ATTEMPTS = "DELETE FROM former_attempts WHERE ended_at < ?";

  private static final String SILENT_AGENTS =
      """
      UPDATE agents SET removed_at = now()
      WHERE removed_at IS NULL AND coalesce(last_seen, joined_at) < ?
      """;

  private final Weeks builds = new Weeks("ended_actions");
  private final Weeks logs = new Weeks("log_chunks");
  private final Transactions transactions;
  private final Plans plans;
  private final AuditTrail trail;
  private final Clock clock;
  private final LaasConfig.Retention settings;
  private final Duration deliveriesKept;

  Retention(
      Transactions transactions, Plans plans, AuditTrail trail, Clock clock, LaasConfig config) {
    this.transactions = transactions;
    this.plans = plans;
    this.trail = trail;
    this.clock = clock;
    this.settings = config.retention();
    this.deliveriesKept = config.deliveries().kept();
    if (settings.builds().compareTo(settings.logs()) < 0
        || settings.logs().compareTo(Duration.ofDays(14)) < 0) {
      throw new IllegalArgumentException(
          "laas.retention.logs must be at least P14D, and laas.retention.builds no shorter");
    }
  }

  /** Before anything is served. */
  void start(@Observes @Priority(2) StartupEvent event) {
    createWeeks();
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    try {
      createWeeks();
      apply();
    } catch (DatabaseException e) {
      LOG.warnf("old builds and logs could not be removed now, trying again: %s", e.getMessage());
    }
  }

  private void createWeeks() {
    transactions.run(
        connection -> {
          try (var lock = Parameters.of(connection, "SELECT pg_advisory_xact_lock(0x6c616174)")) {
            lock.query(row -> row.getString(1));
          }
          builds.create(connection);
          logs.create(connection);
          return connection;
        });
  }

  /** Removes what the settings say is not to be kept any longer. */
  public void apply() {
    transactions.run(this::dropWeeks);
    transactions.run(this::removeExcess);
    transactions.run(this::removeBeside);
    transactions.run(this::removeSilentAgents);
    plans.removeUnused();
    trail.removeBefore(clock.instant().minus(settings.audit()));
  }

  private List<String> dropWeeks(Connection connection) throws SQLException {
    List<String> dropped = new ArrayList<>();
    if (!locked(connection)) {
      return dropped;
    }
    Instant now = clock.instant();
    Instant oldestBuild = now.minus(settings.builds());
    for (Weeks.Week week : builds.list(connection)) {
      if (week.end().isBefore(oldestBuild)) {
        drop(connection, week, dropped);
      }
    }
    List<Weeks.Week> kept = new ArrayList<>();
    for (Weeks.Week week : logs.list(connection)) {
      if (week.end().isBefore(now.minus(settings.logs()))) {
        drop(connection, week, dropped);
      } else {
        kept.add(week);
      }
    }
    dropOverBytes(connection, now, kept, dropped);
    try (var statement = Parameters.of(connection, OLD_ATTEMPTS)) {
      statement.add(oldestBuild).update();
    }
    if (!dropped.isEmpty()) {
      LOG.infof("removed what is too old to be kept: %s", dropped);
    }
    return dropped;
  }

  /** The oldest weeks go until the rest fits; not one in which something could still run. */
  private void dropOverBytes(
      Connection connection, Instant now, List<Weeks.Week> weeks, List<String> dropped)
      throws SQLException {
    long bytes = weeks.stream().mapToLong(Weeks.Week::bytes).sum();
    for (Weeks.Week week : weeks) {
      if (settings.logBytes() == 0
          || bytes <= settings.logBytes()
          || week.end().isAfter(now.minus(Duration.ofDays(7)))) {
        return;
      }
      drop(connection, week, dropped);
      bytes -= week.bytes();
    }
  }

  private static void drop(Connection connection, Weeks.Week week, List<String> dropped)
      throws SQLException {
    Weeks.drop(connection, week);
    dropped.add(week.name());
  }

  private int removeExcess(Connection connection) throws SQLException {
    if (!locked(connection)) {
      return 0;
    }
    try (var statement = Parameters.of(connection, EXCESS)) {
      return statement
          .add(settings.buildsPerProject())
          .add(settings.buildsPerProject())
          .add(clock.instant())
          .update();
    }
  }

  private int removeBeside(Connection connection) throws SQLException {
    Instant now = clock.instant();
    return locked(connection)
        ? Beside.remove(connection, now.minus(settings.builds()), now.minus(deliveriesKept))
        : 0;
  }

  /** Hosts that come and go join anew each time; those that went do not come back. */
  private int removeSilentAgents(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, SILENT_AGENTS)) {
      return statement.add(clock.instant().minus(settings.agents())).update();
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (var patience = Parameters.of(connection, PATIENCE);
        var lock = Parameters.of(connection, LOCK)) {
      patience.update();
      return lock.query(row -> row.getBoolean(1)).getFirst();
    }
  }
}
