package org.laassoa.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The targets that could not be told something of late. */
@ApplicationScoped
public class FailedDeliveries {

  private static final String FAILED =
      """
      SELECT kind, subject, count(*), max(ended_at)
      FROM (
        -- A commit's states are told of one after the other: their target is project and commit.
        SELECT kind, split_part(subject, ' ', 1) AS subject, ended_at FROM deliveries
        WHERE ended_at > ? AND state IN ('refused', 'given_up')
        ORDER BY ended_at DESC LIMIT 1000) AS failed
      GROUP BY kind, subject
      ORDER BY 4 DESC
      LIMIT 20
      """;

  private final Transactions transactions;

  FailedDeliveries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A target.
   *
   * @param kind of the deliveries
   * @param subject the target's name
   * @param count how many were given up or refused
   * @param last when the last one was
   */
  public record Failed(String kind, String subject, long count, Instant last) {}

  /** The targets of deliveries that were given up or refused since then, the last one first. */
  public List<Failed> since(Instant time) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FAILED)) {
            return statement
                .add(time)
                .query(
                    row ->
                        new Failed(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getTimestamp(4).toInstant()));
          }
        });
  }
}
