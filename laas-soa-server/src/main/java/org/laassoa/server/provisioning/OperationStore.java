package org.laassoa.server.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The tables of operations and of what happened in them. */
@ApplicationScoped
class OperationStore {

  private static final String BEGIN =
      """
      INSERT INTO machine_operations (machine_id, kind, requested_by) VALUES (?, ?, ?)
      ON CONFLICT (machine_id) WHERE state = 'running' DO NOTHING
      RETURNING id
      """;

  private static final String TRIM =
      """
      DELETE FROM machine_operations WHERE machine_id = ? AND id <= (
        SELECT id FROM machine_operations WHERE machine_id = ? ORDER BY id DESC OFFSET 100 LIMIT 1)
      """;

  private static final String APPEND =
      """
      INSERT INTO machine_operation_events (operation_id, sequence, step, kind, text)
      SELECT id, ?, ?, ?, ? FROM machine_operations WHERE id = ? AND state = 'running'
      """;

  private static final String END =
      """
      UPDATE machine_operations SET state = ?, error = ?, advice = ?, failure = cast(? AS jsonb),
        ended_at = now()
      WHERE id = ? AND state = 'running'
      """;

  private static final String BEAT =
      "UPDATE machine_operations SET beat_at = now() WHERE id = ANY (?) AND state = 'running'";

  private static final String END_LOST =
      """
      UPDATE machine_operations
      SET state = 'failed', ended_at = now(), error = 'the server that worked on it is gone',
          advice = 'Do it again: what was begun is taken up where it is.',
          failure = '{"code": "server_gone", "details": {}}'
      WHERE state = 'running' AND beat_at < now() - interval '30 seconds'
      """;

  private static final String SELECT =
      """
      SELECT o.id, m.name, o.kind, o.state, o.requested_by, o.started_at, o.ended_at, o.error,
             o.advice, o.failure
      FROM machine_operations o JOIN machines m ON m.id = o.machine_id
      """;

  private static final String NEWEST =
      SELECT
          + """
            WHERE o.id IN (SELECT max(id) FROM machine_operations GROUP BY machine_id)
            """;

  private static final String EVENTS =
      """
      SELECT sequence, happened_at, step, kind, text FROM machine_operation_events
      WHERE operation_id = ? AND sequence > ? ORDER BY sequence
      """;

  private final Transactions transactions;
  private final Json json;

  OperationStore(Transactions transactions, Json json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** Begins an operation, or nothing when another one is under way on the machine. */
  OptionalLong begin(long machine, OperationKind kind, String requestedBy) {
    return transactions.run(
        connection -> {
          try (var trim = Parameters.of(connection, TRIM);
              var statement = Parameters.of(connection, BEGIN)) {
            trim.add(machine).add(machine).update();
            return statement
                .add(machine)
                .add(kind.wireName())
                .add(requestedBy)
                .query(row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
          }
        });
  }

  /** Adds what happened; false when the operation has been ended by others. */
  boolean append(long id, int sequence, String step, OperationEvent.Kind kind, String text) {
    return update(
        APPEND,
        statement -> statement.add(sequence).add(step).add(kind.wireName()).add(text).add(id));
  }

  /** Ends an operation that runs. */
  boolean end(long id, OperationEnd end) {
    return switch (end) {
      case OperationEnd.Succeeded() ->
          update(
              END,
              statement ->
                  statement
                      .add("succeeded")
                      .add((String) null)
                      .add((String) null)
                      .add((String) null)
                      .add(id));
      case OperationEnd.Failed failed ->
          update(
              END,
              statement ->
                  statement
                      .add("failed")
                      .add(failed.error())
                      .add(failed.failure().advice())
                      .add(json.write(OperationFailure.of(failed)))
                      .add(id));
    };
  }

  /** Notes that these are worked on. */
  void beat(Collection<Long> ids) {
    update(BEAT, statement -> statement.add("bigint", ids, id -> id));
  }

  /** Ends those that nobody works on any more. */
  void endLost() {
    update(END_LOST, statement -> statement);
  }

  /** The operation of that number. */
  Optional<OperationRow> find(long id) {
    return rows(SELECT + "WHERE o.id = ?", id).stream().findFirst();
  }

  /** The operations of a machine, newest first. */
  List<OperationRow> ofMachine(long machine) {
    return rows(SELECT + "WHERE o.machine_id = ? ORDER BY o.id DESC", machine);
  }

  /** The newest operation of each machine. */
  List<OperationRow> newest() {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, NEWEST)) {
            return statement.query(this::row);
          }
        });
  }

  /** What happened after that event, in order. */
  List<OperationEvent> events(long id, int after) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, EVENTS)) {
            return statement.add(id).add(after).query(OperationStore::event);
          }
        });
  }

  @FunctionalInterface
  private interface Fill {
    Parameters on(Parameters statement) throws SQLException;
  }

  private boolean update(String sql, Fill fill) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, sql)) {
            return fill.on(statement).update() > 0;
          }
        });
  }

  private List<OperationRow> rows(String sql, long parameter) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, sql)) {
            return statement.add(parameter).query(this::row);
          }
        });
  }

  private OperationRow row(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp(7);
    String failure = row.getString(10);
    return new OperationRow(
        row.getLong(1),
        row.getString(2),
        OperationKind.of(row.getString(3)),
        OperationState.of(row.getString(4)),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getString(8),
        row.getString(9),
        failure == null ? null : json.read(failure, OperationFailure.class));
  }

  private static OperationEvent event(ResultSet row) throws SQLException {
    return new OperationEvent(
        row.getInt(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        OperationEvent.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getString(5));
  }
}
