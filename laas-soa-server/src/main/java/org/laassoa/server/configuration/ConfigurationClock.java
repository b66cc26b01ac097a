package org.laassoa.server.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/**
 * A number that grows with each change of the configuration, through whatever server: what was made
 * from the configuration may be used while it is the same.
 */
@ApplicationScoped
public class ConfigurationClock {

  private final Transactions transactions;

  ConfigurationClock(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The version now; to be read before the configuration is. */
  public long version() {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "SELECT version FROM configuration_clock")) {
            return statement.queryNumber();
          }
        });
  }
}
