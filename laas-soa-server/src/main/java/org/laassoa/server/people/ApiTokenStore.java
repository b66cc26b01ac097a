package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The tables of personal API tokens. */
@ApplicationScoped
class ApiTokenStore {

  private static final String TOKENS =
      """
      SELECT t.id, t.user_id, u.name, t.name, t.scopes, t.limited, t.created_at, t.expires_at,
             t.last_used_at
      FROM api_tokens AS t JOIN users AS u ON u.id = t.user_id
      """;

  private static final String PROJECTS =
      """
      SELECT p.id, p.name
      FROM api_token_projects AS t JOIN projects AS p ON p.id = t.project_id
      WHERE t.token_id = ?
      ORDER BY p.name
      """;

  private static final String ADD =
      """
      INSERT INTO api_tokens (user_id, name, token_hash, scopes, limited, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (user_id, name) DO NOTHING
      RETURNING id
      """;

  private static final String LIMIT =
      """
      INSERT INTO api_token_projects (token_id, project_id)
      SELECT ?, id FROM projects WHERE id = ANY (?)
      """;

  private static final String USED =
      "UPDATE api_tokens SET last_used_at = greatest(last_used_at, ?) WHERE id = ?";

  private final Transactions transactions;

  ApiTokenStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The token with that SHA-256. */
  Optional<ApiToken> find(TokenKey key) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, TOKENS + "WHERE t.token_hash = ?")) {
            return statement.add(key.bytes()).query(row -> token(connection, row)).stream()
                .findFirst();
          }
        });
  }

  /** All tokens of a user, the newest first. */
  List<ApiToken> of(long userId) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, TOKENS + "WHERE t.user_id = ? ORDER BY t.id DESC")) {
            return statement.add(userId).query(row -> token(connection, row));
          }
        });
  }

  /** The tokens of all users, the newest first; not more than 1,000. */
  List<ApiToken> all() {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, TOKENS + "ORDER BY t.id DESC LIMIT 1000")) {
            return statement.query(row -> token(connection, row));
          }
        });
  }

  private static ApiToken token(Connection connection, ResultSet row) throws SQLException {
    Timestamp used = row.getTimestamp(9);
    return new ApiToken(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        scopes(row.getArray(5)),
        row.getBoolean(6) ? projects(connection, row.getLong(1)) : null,
        row.getTimestamp(7).toInstant(),
        row.getTimestamp(8).toInstant(),
        used == null ? null : used.toInstant());
  }

  private static List<Scope> scopes(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).map(Scope::ofStoredName).toList();
  }

  private static Map<Long, String> projects(Connection connection, long id) throws SQLException {
    Map<Long, String> projects = new LinkedHashMap<>();
    try (var statement = Parameters.of(connection, PROJECTS)) {
      statement.add(id).query(row -> projects.put(row.getLong(1), row.getString(2)));
    }
    return projects;
  }

  /** Adds a token unless the user has one of that name; gives its number. */
  Optional<Long> add(TokenKey key, Account user, NewToken token, Instant now) {
    return transactions.run(
        connection -> {
          Optional<Long> id = insert(connection, key, user, token, now);
          List<Long> projects = token.projects();
          if (id.isPresent() && projects != null) {
            try (var statement = Parameters.of(connection, LIMIT)) {
              statement.add(id.get()).add("bigint", projects, project -> project).update();
            }
          }
          return id;
        });
  }

  private static Optional<Long> insert(
      Connection connection, TokenKey key, Account user, NewToken token, Instant now)
      throws SQLException {
    try (var statement = Parameters.of(connection, ADD)) {
      return statement
          .add(user.id())
          .add(token.name())
          .add(key.bytes())
          .add("text", token.scopes(), Scope::storedName)
          .addObject(token.projects() != null)
          .add(now)
          .add(token.expiresAt())
          .query(row -> row.getLong(1))
          .stream()
          .findFirst();
    }
  }

  /** Deletes a user's token; says whether there was one. */
  boolean delete(long userId, long id) {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "DELETE FROM api_tokens WHERE id = ? AND user_id = ?")) {
            return statement.add(id).add(userId).update() == 1;
          }
        });
  }

  /** Notes when tokens were last used. */
  void used(Map<Long, Instant> times) {
    transactions.run(
        connection -> {
          try (var statement = Parameters.of(connection, USED)) {
            for (Map.Entry<Long, Instant> time : times.entrySet()) {
              statement.add(time.getValue()).add((long) time.getKey()).next();
            }
            statement.updateAll();
            return times;
          }
        });
  }

  /**
   * A token to be made.
   *
   * @param name what its user calls it
   * @param scopes what it is for
   * @param projects the numbers of the only projects it is good for, or null
   * @param expiresAt from when on it is refused
   */
  record NewToken(
      String name, List<Scope> scopes, @Nullable List<Long> projects, Instant expiresAt) {}
}
