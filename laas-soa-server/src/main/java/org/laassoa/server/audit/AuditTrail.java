package org.laassoa.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.laassoa.server.database.GroupCommit;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The table of the audit trail. What is recorded together is committed together. */
@ApplicationScoped
public class AuditTrail {

  private static final int GROUP = 256;
  private static final int PIECE = 1000;

  private static final String INSERT =
      """
      INSERT INTO audit_events (happened_at, actor, address, action, subject, status, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String WHERE =
      """
      FROM audit_events
      WHERE (? = '' OR actor = ?) AND (? = '' OR action = ?)
        AND (? = '' OR subject = ? OR starts_with(subject, ? || '/'))
        AND happened_at >= ? AND happened_at < ?
      """;

  private static final String LIST =
      "SELECT id, happened_at, actor, address, action, subject, status, detail\n"
          + WHERE
          + "ORDER BY id DESC LIMIT ? OFFSET ?";

  private static final String OLDER =
      "SELECT id, happened_at, actor, address, action, subject, status, detail\n"
          + WHERE
          + "AND id < ? ORDER BY id DESC LIMIT ?";

  /** Counted up to a limit: nobody turns that many pages, and counting all would cost. */
  private static final String COUNT =
      "SELECT count(*) FROM (SELECT 1 " + WHERE + "LIMIT 10000) AS counted";

  private final Transactions transactions;
  private final GroupCommit<AuditEvent, Boolean> inserts;

  /** The trail in this database. */
  public AuditTrail(Transactions transactions) {
    this.transactions = transactions;
    this.inserts = new GroupCommit<>(transactions, GROUP, AuditTrail::insert);
  }

  /**
   * Adds an event; it is stored when this returns.
   *
   * @throws org.laassoa.server.database.DatabaseException when it cannot be stored
   */
  public void record(AuditEvent event) {
    inserts.serve(event);
  }

  /** As {@link #record}, for a thread that must not wait. */
  CompletableFuture<Boolean> submit(AuditEvent event) {
    return inserts.submit(event);
  }

  private static List<Boolean> insert(Connection connection, List<AuditEvent> events)
      throws SQLException {
    try (var statement = Parameters.of(connection, INSERT)) {
      for (AuditEvent event : events) {
        statement
            .add(event.at())
            .add(event.actor())
            .add(event.address())
            .add(event.action())
            .add(event.subject())
            .add(event.status())
            .add(event.detail())
            .next();
      }
      statement.updateAll();
    }
    return events.stream().map(event -> true).toList();
  }

  /** A page of what the filter finds, newest first. */
  public List<AuditEvent> list(AuditFilter filter, int page, int size) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LIST)) {
            return where(statement, filter)
                .add(size)
                .add((long) page * size)
                .query(AuditTrail::event);
          }
        });
  }

  /** How many events the filter finds, counted up to 10,000. */
  public long count(AuditFilter filter) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, COUNT)) {
            return where(statement, filter).queryNumber();
          }
        });
  }

  /** The number of the newest event; it grows with each one. */
  public long newest() {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "SELECT coalesce(max(id), 0) FROM audit_events")) {
            return statement.queryNumber();
          }
        });
  }

  /** Gives all that the filter finds, newest first, without holding it in memory. */
  void each(AuditFilter filter, Consumer<AuditEvent> reader) {
    long before = Long.MAX_VALUE;
    List<AuditEvent> piece;
    do {
      piece = before(before, filter);
      piece.forEach(reader);
      before = piece.isEmpty() ? 0 : piece.getLast().id();
    } while (piece.size() == PIECE);
  }

  private List<AuditEvent> before(long id, AuditFilter filter) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OLDER)) {
            return where(statement, filter).add(id).add(PIECE).query(AuditTrail::event);
          }
        });
  }

  /** Removes what is older. */
  public void removeBefore(Instant time) {
    transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "DELETE FROM audit_events WHERE happened_at < ?")) {
            return statement.add(time).update();
          }
        });
  }

  private static Parameters where(Parameters statement, AuditFilter filter) throws SQLException {
    return statement
        .add(filter.actor())
        .add(filter.actor())
        .add(filter.action())
        .add(filter.action())
        .add(filter.subject())
        .add(filter.subject())
        .add(filter.subject())
        .add(filter.from())
        .add(filter.to());
  }

  private static AuditEvent event(ResultSet rows) throws SQLException {
    return new AuditEvent(
        rows.getLong(1),
        rows.getTimestamp(2).toInstant(),
        rows.getString(3),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        rows.getInt(7),
        rows.getString(8));
  }
}
