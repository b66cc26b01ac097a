package org.laassoa.server.githook;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The log of hooks, and what was built for them. */
@ApplicationScoped
class ReceivedHooks {

  /** So many of a project are kept, the newest ones. */
  static final int KEPT = 200;

  private static final String ADD =
      """
      INSERT INTO received_hooks
        (project_id, delivery, event, ref, commit_sha, caused_by, result, note, build)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String KEEP_NEWEST =
      """
      DELETE FROM received_hooks WHERE project_id = ? AND id <= (
        SELECT id FROM received_hooks WHERE project_id = ? ORDER BY id DESC OFFSET ? LIMIT 1)
      """;

  private static final String LIST =
      """
      SELECT id, received_at, delivery, event, ref, commit_sha, caused_by, result, note, build
      FROM received_hooks WHERE project_id = ? ORDER BY id DESC LIMIT ? OFFSET ?
      """;

  private static final String REMEMBER =
      """
      INSERT INTO built_events (project_id, event_key, ref, before_sha, build)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  /**
   * Once a ref is back where an event had begun, the same may rightly happen again: rolled back and
   * forward, or deleted and made anew. A call about that event that is sent again comes while the
   * ref is where the event had led it.
   */
  private static final String FORGET =
      """
      WITH forgotten AS (
        DELETE FROM built_events WHERE project_id = ? AND ref = ? AND before_sha = ?
        RETURNING project_id, event_key
      )
      DELETE FROM idempotency_keys USING forgotten
      WHERE caller = '' AND key = 'hook:' || project_id || ':' || encode(event_key, 'hex')
      """;

  private final Transactions transactions;

  ReceivedHooks(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Notes a call; {@code origin} and {@code decision} may be what little is known of it. */
  void add(long project, String delivery, HookEvent event, HookAnswer answer) {
    HookEvent.Ref ref = refOf(event);
    transactions.run(
        connection -> {
          try (var statement = Parameters.of(connection, ADD)) {
            statement
                .add(project)
                .add(delivery)
                .add(line(event.origin().name()))
                .add(ref == null ? null : line(ref.name()))
                .add(commitOf(event))
                .add(line(event.origin().causedBy()))
                .add(answer.result())
                .add(line(answer.note()))
                .addObject(answer.build())
                .update();
          }
          try (var statement = Parameters.of(connection, KEEP_NEWEST)) {
            return statement.add(project).add(project).add(KEPT).update();
          }
        });
  }

  /** The newest calls first. */
  List<ReceivedHook> list(long project, int page, int size) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LIST)) {
            return statement
                .add(project)
                .add(size)
                .add((long) page * size)
                .query(ReceivedHooks::row);
          }
        });
  }

  /** How many calls are kept of a project. */
  long count(long project) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection, "SELECT count(*) FROM received_hooks WHERE project_id = ?")) {
            return statement.add(project).queryNumber();
          }
        });
  }

  /** The build that was made for that event. */
  Optional<Long> builtFor(long project, byte[] eventKey) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  "SELECT build FROM built_events WHERE project_id = ? AND event_key = ?")) {
            return statement.add(project).add(eventKey).query(row -> row.getLong(1)).stream()
                .findFirst();
          }
        });
  }

  /** What makes the build of an event one, whoever asks for it how often. */
  static String idempotencyKey(long project, byte[] eventKey) {
    return "hook:" + project + ":" + HexFormat.of().formatHex(eventKey);
  }

  /** Forgets the events that began where a push has brought its ref. */
  void forgetWhatBeginsAt(long project, HookEvent.Push push) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FORGET)) {
            return statement
                .add(project)
                .add(push.ref().type() + " " + push.ref().name())
                .add(Objects.requireNonNullElse(push.commit(), ""))
                .update();
          }
        });
  }

  /** Notes the build that was made for an event. */
  void remember(long project, byte[] eventKey, HookDecision.Build event, long build) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, REMEMBER)) {
            return statement
                .add(project)
                .add(eventKey)
                .add(event.ref().type() + " " + event.ref().name())
                .add(event.before())
                .add(build)
                .update();
          }
        });
  }

  /** Removes what is old: calls after 90 days, what was built for them after a year. */
  @Scheduled(every = "12h", delayed = "10m")
  @RunOnVirtualThread
  void removeOld() {
    transactions.run(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection,
                  "DELETE FROM received_hooks WHERE received_at < now() - interval '90 days'")) {
            statement.update();
          }
          try (var statement =
              Parameters.of(
                  connection,
                  "DELETE FROM built_events WHERE built_at < now() - interval '365 days'")) {
            return statement.update();
          }
        });
  }

  private static HookEvent.@Nullable Ref refOf(HookEvent event) {
    return switch (event) {
      case HookEvent.Push push -> push.ref();
      case HookEvent.MergeRequest request -> new HookEvent.Ref("branch", request.branch());
      case HookEvent.Other other -> null;
    };
  }

  private static @Nullable String commitOf(HookEvent event) {
    return switch (event) {
      case HookEvent.Push push -> push.commit();
      case HookEvent.MergeRequest request -> request.commit();
      case HookEvent.Other other -> null;
    };
  }

  /** What others send is kept as one line, and not all of it. */
  static String line(String text) {
    String line = text.replaceAll("\\p{Cntrl}|\\p{Cs}", " ").strip();
    return line.length() <= 200 ? line : line.substring(0, 200);
  }

  private static ReceivedHook row(ResultSet row) throws SQLException {
    return new ReceivedHook(
        row.getLong("id"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("delivery"),
        row.getString("event"),
        row.getString("ref"),
        row.getString("commit_sha"),
        row.getString("caused_by"),
        row.getString("result"),
        row.getString("note"),
        row.getObject("build", Long.class));
  }
}
