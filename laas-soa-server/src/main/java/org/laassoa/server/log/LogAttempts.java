package org.laassoa.server.log;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;
import org.laassoa.wire.StepReport;

/** Finds the attempt whose log somebody wants to see line by line, and indexes it. */
@ApplicationScoped
class LogAttempts {

  private static final TypeReference<List<StepReport>> STEPS = new TypeReference<>() {};

  /** The newest first: an attempt that was lost is in two tables until the next one begins. */
  private static final String ATTEMPTS =
      """
      SELECT attempt, state, claimed_at, steps, log_bytes FROM actions WHERE id = ?
      UNION ALL
      SELECT attempt, state, claimed_at, steps, log_bytes FROM ended_actions WHERE id = ?
      UNION ALL
      SELECT attempt, NULL, claimed_at, steps, log_bytes FROM former_attempts WHERE action_id = ?
      ORDER BY attempt DESC, claimed_at NULLS LAST
      """;

  private final Transactions transactions;
  private final LogStore store;
  private final Json json;
  private final LineIndexes indexes = new LineIndexes();

  LogAttempts(Transactions transactions, LogStore store, Json json) {
    this.transactions = transactions;
    this.store = store;
    this.json = json;
  }

  /**
   * An attempt of a build.
   *
   * @param build its number as in the address
   * @param attempt from 1; null for the last
   * @throws ProblemException when there is no such build or attempt
   */
  LogAttempt find(String build, @Nullable Integer attempt) {
    List<LogAttempt> all = all(action(build));
    if (all.isEmpty()) {
      throw noSuchBuild();
    }
    int wanted = attempt == null ? all.getFirst().attempt() : attempt;
    List<LogAttempt> found = all.stream().filter(one -> one.attempt() == wanted).toList();
    if (found.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "there is no such attempt");
    }
    boolean last = wanted == all.getFirst().attempt();
    LogAttempt own = found.getFirst();
    ActionState state =
        found.stream()
            .flatMap(one -> Optional.ofNullable(one.state()).stream())
            .findFirst()
            .orElse(null);
    return last && own.state() == null
        ? new LogAttempt(own.attempt(), state, own.claimedAt(), own.steps(), own.bytes())
        : own;
  }

  /**
   * The log of an attempt; nothing while there is no byte of it.
   *
   * @throws ProblemException when retention has removed it
   */
  Optional<IndexedLog> log(String build, LogAttempt attempt) {
    if (attempt.bytes() == 0) {
      return Optional.empty();
    }
    ActionId action = action(build);
    LogReading reading = store.open(action, attempt.attempt()).orElse(null);
    if (reading == null || reading.read(0, 1).length == 0) {
      throw new ProblemException(
          ProblemType.LOG_REMOVED, "logs are kept for a limited time, see laas.retention.logs");
    }
    return Optional.of(indexes.of(action, attempt.attempt(), reading));
  }

  private List<LogAttempt> all(ActionId action) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ATTEMPTS)) {
            return statement
                .add(action.value())
                .add(action.value())
                .add(action.value())
                .query(this::attempt);
          }
        });
  }

  private LogAttempt attempt(ResultSet row) throws SQLException {
    return new LogAttempt(
        row.getInt(1),
        Optional.ofNullable(row.getString(2)).map(ActionState::ofWireName).orElse(null),
        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant).orElse(null),
        json.read(row.getString(4), STEPS),
        row.getLong(5));
  }

  private static ActionId action(String id) {
    return ActionId.parse(id).orElseThrow(LogAttempts::noSuchBuild);
  }

  private static ProblemException noSuchBuild() {
    return new ProblemException(ProblemType.NOT_FOUND, "there is no such build");
  }
}
