package org.laassoa.server.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.laassoa.server.database.Parameters;

/** What is kept beside builds: the keys that made requests repeatable, triggers, deliveries. */
final class Beside {

  /** A day for people; the server itself may have been stopped for longer between two tries. */
  private static final String OLD_KEYS =
      """
      DELETE FROM idempotency_keys
      WHERE created_at < now() - interval '1 day'
        AND (caller <> '' OR created_at < now() - interval '30 days')
      """;

  private static final String OLD_TRIGGERS = "DELETE FROM build_triggers WHERE created_at < ?";

  private static final String OLD_DELIVERIES = "DELETE FROM deliveries WHERE ended_at < ?";

  /** What a target that never answers has piled up is given up: it would be tried for weeks. */
  private static final String STALE_DELIVERIES =
      """
      UPDATE deliveries
      SET state = 'given_up', next_try_at = NULL, leased_until = NULL, ended_at = now()
      WHERE state = 'pending' AND created_at < now() - interval '3 days'
        AND (leased_until IS NULL OR leased_until < now())
      """;

  private Beside() {}

  /** Removes what is old; how many rows. */
  static int remove(Connection connection, Instant oldestBuild, Instant oldestDelivery)
      throws SQLException {
    try (var keys = Parameters.of(connection, OLD_KEYS);
        var triggers = Parameters.of(connection, OLD_TRIGGERS);
        var stale = Parameters.of(connection, STALE_DELIVERIES);
        var deliveries = Parameters.of(connection, OLD_DELIVERIES)) {
      stale.update();
      return keys.update()
          + triggers.add(oldestBuild).update()
          + deliveries.add(oldestDelivery).update();
    }
  }
}
