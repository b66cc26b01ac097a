package org.laassoa.server.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.laassoa.server.database.Transactions;

/** What builds and logs take, week by week. */
@ApplicationScoped
public class StoredWeeks {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Transactions transactions;
  private final Clock clock;

  StoredWeeks(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A week.
   *
   * @param start its Monday, UTC
   * @param buildBytes what its ended builds take, with indexes
   * @param logBytes what its logs take, with indexes
   */
  public record StoredWeek(Instant start, long buildBytes, long logBytes) {}

  /** The weeks that have begun, the newest first; those to come have their tables already. */
  public List<StoredWeek> list() {
    Instant now = clock.instant();
    return transactions.single(StoredWeeks::list).stream()
        .filter(week -> !week.start().isAfter(now))
        .toList();
  }

  private static List<StoredWeek> list(Connection connection) throws SQLException {
    TreeMap<Instant, StoredWeek> weeks = new TreeMap<>();
    for (Weeks.Week week : new Weeks("ended_actions").list(connection)) {
      Instant start = week.end().minus(WEEK);
      weeks.put(start, new StoredWeek(start, week.bytes(), 0));
    }
    for (Weeks.Week week : new Weeks("log_chunks").list(connection)) {
      Instant start = week.end().minus(WEEK);
      weeks.merge(
          start,
          new StoredWeek(start, 0, week.bytes()),
          (builds, logs) -> new StoredWeek(start, builds.buildBytes(), logs.logBytes()));
    }
    return new ArrayList<>(weeks.descendingMap().values());
  }
}
