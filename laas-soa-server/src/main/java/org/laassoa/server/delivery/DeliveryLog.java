package org.laassoa.server.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** What was delivered to a target, and what was not. */
@ApplicationScoped
public class DeliveryLog {

  private static final String LIST =
      """
      SELECT id, payload, state, created_at, next_try_at, ended_at,
             (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'at', at, 'duration_millis', millis, 'status', status, 'problem', problem)
                ORDER BY place), '[]')
              FROM delivery_tries WHERE delivery_id = deliveries.id)
      FROM deliveries
      WHERE kind = ? AND subject = ?
      ORDER BY id DESC
      LIMIT ? OFFSET ?
      """;

  private static final String COUNT =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM deliveries WHERE kind = ? AND subject = ? LIMIT 10000) AS counted
      """;

  private static final String COUNTS =
      """
      SELECT count(*) FILTER (WHERE state = 'pending'),
             count(*) FILTER (WHERE state IN ('refused', 'given_up'))
      FROM deliveries
      """;

  private static final String AGAIN =
      """
      WITH again AS (
        UPDATE deliveries
        SET state = 'pending', tries = 0, next_try_at = now(), ended_at = NULL, leased_until = NULL
        WHERE kind = ? AND subject = ? AND id = ?
        RETURNING id
      )
      SELECT pg_notify('laas_soa', E'-\\nd')::text FROM again
      """;

  private final Transactions transactions;
  private final Json json;

  DeliveryLog(Transactions transactions, Json json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** A page of deliveries to one target, newest first. */
  public List<Delivery> list(String kind, String subject, int page, int size) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LIST)) {
            return statement
                .add(kind)
                .add(subject)
                .add(size)
                .add((long) page * size)
                .query(this::delivery);
          }
        });
  }

  /**
   * How many deliveries there are.
   *
   * @param waiting those that are still to be made
   * @param failed those that were given up or refused, of those that are kept
   */
  public record Counts(long waiting, long failed) {}

  /** How many wait and have failed, of all kinds. */
  public Counts counts() {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, COUNTS)) {
            return statement.query(row -> new Counts(row.getLong(1), row.getLong(2))).getFirst();
          }
        });
  }

  /** How many there are on all pages, counted up to 10,000. */
  public long count(String kind, String subject) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, COUNT)) {
            return statement.add(kind).add(subject).queryNumber();
          }
        });
  }

  /**
   * Has a delivery made once more, whatever became of it, with as many tries as a new one.
   *
   * @return whether there is such a delivery
   */
  public boolean again(String kind, String subject, long id) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, AGAIN)) {
            return !statement
                .add(kind)
                .add(subject)
                .add(id)
                .query(row -> row.getString(1))
                .isEmpty();
          }
        });
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getTimestamp(4).toInstant(),
        instant(row, 5),
        instant(row, 6),
        json.read(row.getString(7), new TypeReference<List<DeliveryTry>>() {}));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
