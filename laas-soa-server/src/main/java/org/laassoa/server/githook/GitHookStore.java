package org.laassoa.server.githook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The hooks of projects. */
@ApplicationScoped
class GitHookStore {
  private static final String FIND =
      """
      SELECT form, secret_enc, url, host_id, registered_by, registered_at, refused, last_refused_at
      FROM project_webhooks WHERE project_id = ?
      """;

  private static final String SAVE =
      """
      INSERT INTO project_webhooks (project_id, form, secret_enc, url, host_id, registered_by)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (project_id) DO UPDATE
      SET form = excluded.form, secret_enc = excluded.secret_enc, url = excluded.url,
          host_id = excluded.host_id, registered_by = excluded.registered_by,
          registered_at = now(), refused = 0, last_refused_at = NULL
      """;

  /** A flood of them is not one of writes. */
  private static final String COUNT_REFUSED =
      """
      UPDATE project_webhooks SET refused = refused + 1, last_refused_at = now()
      WHERE project_id = ?
        AND coalesce(last_refused_at < now() - interval '1 second', true)
      """;

  private final Transactions transactions;

  GitHookStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The hook of a project. */
  Optional<GitHook> find(long project) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FIND)) {
            return statement.add(project).query(GitHookStore::webhook).stream().findFirst();
          }
        });
  }

  /** Stores a hook in the place of what there was. */
  void save(long project, GitHook hook) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, SAVE)) {
            return statement
                .add(project)
                .add(hook.form().wireName())
                .add(hook.secretEnc())
                .add(hook.url())
                .add(hook.hostId())
                .add(hook.registeredBy())
                .update();
          }
        });
  }

  /** Forgets the hook of a project. */
  void delete(long project) {
    update("DELETE FROM project_webhooks WHERE project_id = ?", project);
  }

  /** Notes a call that was wrongly signed. */
  void countRefused(long project) {
    update(COUNT_REFUSED, project);
  }

  private void update(String sql, long project) {
    transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, sql)) {
            return statement.add(project).update();
          }
        });
  }

  private static GitHook webhook(ResultSet row) throws SQLException {
    return new GitHook(
        HookForm.named(row.getString("form")).orElseThrow(),
        row.getBytes("secret_enc"),
        row.getString("url"),
        row.getString("host_id"),
        row.getString("registered_by"),
        row.getTimestamp("registered_at").toInstant(),
        row.getLong("refused"),
        instant(row.getTimestamp("last_refused_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
