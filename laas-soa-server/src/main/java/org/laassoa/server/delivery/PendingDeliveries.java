package org.laassoa.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The table of deliveries, for those who make them. */
@ApplicationScoped
class PendingDeliveries {

  /** What may be begun: nothing that a server is at, unless it has died. */
  private static final String DUE =
      """
      state = 'pending' AND next_try_at <= now()
        AND (leased_until IS NULL OR leased_until < now())
      """;

  private static final String TARGETS =
      "SELECT DISTINCT kind, subject FROM deliveries WHERE kind = ANY (?) AND " + DUE;

  private static final String CLAIM =
      """
      UPDATE deliveries
      SET tries = tries + 1, leased_until = now() + interval '2 minutes'
      WHERE id = (
        SELECT id FROM deliveries
        WHERE kind = ? AND subject = ? AND %s AND NOT EXISTS (
          SELECT 1 FROM deliveries AS busy
          WHERE busy.kind = deliveries.kind AND busy.subject = deliveries.subject
            AND busy.state = 'pending' AND busy.leased_until > now())
        ORDER BY id
        LIMIT 1
        FOR UPDATE SKIP LOCKED)
      RETURNING id, payload, tries
      """
          .formatted(DUE);

  private static final String NOTE =
      """
      INSERT INTO delivery_tries (delivery_id, place, at, millis, status, problem)
      SELECT ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?
      FROM delivery_tries WHERE delivery_id = ?
      """;

  /** Only by whoever made this try: it may have been asked for anew, or taken over, meanwhile. */
  private static final String END =
      """
      UPDATE deliveries
      SET state = ?, leased_until = NULL, next_try_at = NULL, ended_at = now()
      WHERE id = ? AND state = 'pending' AND tries = ?
      """;

  private static final String LATER =
      """
      UPDATE deliveries
      SET leased_until = NULL, next_try_at = now() + ? * interval '1 millisecond'
      WHERE id = ? AND state = 'pending' AND tries = ?
      """;

  private final Transactions transactions;

  PendingDeliveries(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Where deliveries of one kind go. */
  record Target(String kind, String subject) {}

  /** A delivery that is being made, for the so-manieth time from 1. */
  record Claimed(long id, String payloadJson, int tries) {}

  /** How a try went. */
  record Tried(Instant at, Duration took, @Nullable Integer status, @Nullable String problem) {}

  /** The targets that have something due. */
  List<Target> targets(Collection<String> kinds) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, TARGETS)) {
            return statement
                .add("text", kinds, Function.identity())
                .query(row -> new Target(row.getString(1), row.getString(2)));
          }
        });
  }

  /** Begins the oldest delivery to a target that is due, if no server is at another one. */
  Optional<Claimed> claim(Target target) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, CLAIM)) {
            return statement
                .add(target.kind())
                .add(target.subject())
                .query(row -> new Claimed(row.getLong(1), row.getString(2), row.getInt(3)))
                .stream()
                .findFirst();
          }
        });
  }

  /** Notes a try, after which there is none. */
  void end(Claimed claimed, Tried tried, String state) {
    transactions.run(
        connection -> {
          note(connection, claimed, tried);
          try (var statement = Parameters.of(connection, END)) {
            return statement.add(state).add(claimed.id()).add(claimed.tries()).update();
          }
        });
  }

  /** Notes a try, and when there is another one. */
  void later(Claimed claimed, Tried tried, Duration pause) {
    transactions.run(
        connection -> {
          note(connection, claimed, tried);
          try (var statement = Parameters.of(connection, LATER)) {
            return statement.add(pause.toMillis()).add(claimed.id()).add(claimed.tries()).update();
          }
        });
  }

  private static void note(Connection connection, Claimed claimed, Tried tried)
      throws SQLException {
    try (var statement = Parameters.of(connection, NOTE)) {
      statement
          .add(claimed.id())
          .add(tried.at())
          .add(tried.took().toMillis())
          .addObject(tried.status())
          .add(tried.problem())
          .add(claimed.id())
          .update();
    }
  }
}
