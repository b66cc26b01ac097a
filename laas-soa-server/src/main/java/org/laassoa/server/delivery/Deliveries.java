package org.laassoa.server.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.laassoa.server.database.Parameters;

/** What is to be told to others. */
@ApplicationScoped
public class Deliveries {

  /** The notification wakes the servers at the commit. */
  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO deliveries (kind, subject, payload) VALUES (?, ?, ?) RETURNING id
      )
      SELECT id, pg_notify('laas_soa', E'-\\nd')::text FROM added
      """;

  /**
   * Adds a delivery, which is tried soon after the commit, and again until it has succeeded or too
   * many tries have failed.
   *
   * @param kind the name of a {@link DeliveryKind}
   * @param subject the target, such as a webhook's name: deliveries of one kind to one subject are
   *     made one after the other, those to others are not held up by it
   * @param payloadJson what to tell, without secrets
   * @return the delivery's number
   */
  public long add(Connection connection, String kind, String subject, String payloadJson)
      throws SQLException {
    try (var statement = Parameters.of(connection, ADD)) {
      return statement.add(kind).add(subject).add(payloadJson).queryNumber();
    }
  }
}
