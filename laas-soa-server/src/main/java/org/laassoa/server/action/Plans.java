package org.laassoa.server.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * What actions do, stored once for all that do the same: of ten thousand builds of one branch only
 * numbers are written. A plan never changes, so it may be kept in memory for ever.
 */
@ApplicationScoped
public class Plans {

  /** How exact {@code used_at} has to be. */
  private static final Duration TOUCH = Duration.ofHours(1);

  private static final int REMEMBERED = 10_000;

  private static final String STORE =
      """
      INSERT INTO plans (hash, payload) VALUES (?, ?::jsonb)
      ON CONFLICT (hash) DO UPDATE SET used_at = now()
      RETURNING id
      """;

  private static final String READ = "SELECT payload FROM plans WHERE id = ?";

  /** Two days are long after anybody who has found the plan has enqueued with it. */
  private static final String REMOVE_UNUSED =
      """
      DELETE FROM plans
      WHERE used_at < now() - interval '2 days'
        AND NOT EXISTS (SELECT 1 FROM actions WHERE actions.plan_id = plans.id)
      """;

  private final Transactions transactions;
  private final Map<ByteBuffer, Stored> stored = new ConcurrentHashMap<>();

  Plans(Transactions transactions) {
    this.transactions = transactions;
  }

  private record Stored(long id, long touchedAt) {}

  /** The number of a plan; it is stored before this returns, whatever the caller does next. */
  long store(String payload) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(payload));
    Stored known = stored.get(hash);
    if (known != null && System.nanoTime() - known.touchedAt() < TOUCH.toNanos()) {
      return known.id();
    }
    long id =
        transactions
            .single(
                connection -> {
                  try (var statement = Parameters.of(connection, STORE)) {
                    return statement.add(hash.array()).add(payload).query(row -> row.getLong(1));
                  }
                })
            .getFirst();
    if (stored.size() >= REMEMBERED) {
      stored.clear();
    }
    stored.put(hash, new Stored(id, System.nanoTime()));
    return id;
  }

  /**
   * What a plan says, as JSON.
   *
   * @throws IllegalStateException when there is no such plan
   */
  public String read(long id) {
    List<String> found =
        transactions.single(
            connection -> {
              try (var statement = Parameters.of(connection, READ)) {
                return statement.add(id).query(row -> row.getString(1));
              }
            });
    if (found.isEmpty()) {
      throw new IllegalStateException("there is no plan " + id);
    }
    return found.getFirst();
  }

  /** Removes plans that no action has been enqueued with for days and none waits with. */
  public int removeUnused() {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, REMOVE_UNUSED)) {
            return statement.update();
          }
        });
  }

  private static byte[] sha256(String payload) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
