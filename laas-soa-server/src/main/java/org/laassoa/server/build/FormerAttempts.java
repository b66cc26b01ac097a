package org.laassoa.server.build;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepReport;

/** Reads the attempts of builds that others followed. */
@ApplicationScoped
public class FormerAttempts {

  private static final String OF_BUILD =
      """
      SELECT attempt, agent_name, claimed_at, ended_at, outcome, steps, log_bytes
      FROM former_attempts WHERE action_id = ? ORDER BY attempt
      """;

  private final Transactions transactions;
  private final Json json;

  FormerAttempts(Transactions transactions, Json json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** Those of a build, the first one first. */
  public List<FormerAttempt> of(ActionId build) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OF_BUILD)) {
            return statement.add(build.value()).query(this::attempt);
          }
        });
  }

  private FormerAttempt attempt(ResultSet row) throws SQLException {
    return new FormerAttempt(
        row.getInt(1),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        json.read(row.getString(5), Outcome.class),
        json.read(row.getString(6), new TypeReference<List<StepReport>>() {}),
        row.getLong(7));
  }
}
