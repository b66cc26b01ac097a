package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The table of sessions. */
@ApplicationScoped
class SessionStore {

  /** Of one user; the oldest ones make room. */
  private static final int MOST = 50;

  private static final String ADD =
      """
      INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at)
      SELECT ?, id, ?, ? FROM users
      WHERE id = ? AND password_hash = ? AND NOT disabled
      FOR SHARE
      """;

  private static final String MAKE_ROOM =
      """
      DELETE FROM sessions
      WHERE user_id = ? AND token_hash <> ? AND token_hash NOT IN (
        SELECT token_hash FROM sessions
        WHERE user_id = ? AND token_hash <> ?
        ORDER BY created_at DESC LIMIT ?)
      """;

  private static final String FIND =
      """
      SELECT s.user_id, u.name, s.created_at, s.last_seen_at
      FROM sessions AS s JOIN users AS u ON u.id = s.user_id
      WHERE s.token_hash = ?
      """;

  private static final String SEEN =
      "UPDATE sessions SET last_seen_at = greatest(last_seen_at, ?) WHERE token_hash = ?";

  private final Transactions transactions;

  SessionStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Adds a session.
   *
   * @param passwordHash what was stored of the password when it was found to be right
   * @return false when the password is another one by now, or the user is disabled or gone
   */
  boolean add(TokenKey token, long userId, String passwordHash, Instant now) {
    return transactions.run(
        connection -> {
          try (var add = Parameters.of(connection, ADD);
              var makeRoom = Parameters.of(connection, MAKE_ROOM)) {
            int added =
                add.add(token.bytes()).add(now).add(now).add(userId).add(passwordHash).update();
            makeRoom
                .add(userId)
                .add(token.bytes())
                .add(userId)
                .add(token.bytes())
                .add(MOST - 1)
                .update();
            return added == 1;
          }
        });
  }

  Optional<Session> find(TokenKey token) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, FIND)) {
            return statement
                .add(token.bytes())
                .query(
                    row ->
                        new Session(
                            token,
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getTimestamp(4).toInstant()))
                .stream()
                .findFirst();
          }
        });
  }

  /** Notes when sessions were last used. */
  void seen(Map<TokenKey, Instant> times) {
    transactions.run(
        connection -> {
          try (var statement = Parameters.of(connection, SEEN)) {
            for (Map.Entry<TokenKey, Instant> time : times.entrySet()) {
              statement.add(time.getValue()).add(time.getKey().bytes()).next();
            }
            statement.updateAll();
            return times;
          }
        });
  }

  void delete(byte[] hash) {
    transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "DELETE FROM sessions WHERE token_hash = ?")) {
            return statement.add(hash).update();
          }
        });
  }

  /** Deletes those that nobody can use any more. */
  void deleteUnused(Instant createdBefore, Instant seenBefore) {
    transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection, "DELETE FROM sessions WHERE created_at < ? OR last_seen_at < ?")) {
            return statement.add(createdBefore).add(seenBefore).update();
          }
        });
  }

  /** Signs a user out everywhere, within the caller's transaction. */
  static void deleteAllOf(Connection connection, String user) throws SQLException {
    try (var statement =
        Parameters.of(
            connection,
            "DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE name = ?)")) {
      statement.add(user).update();
    }
  }
}
