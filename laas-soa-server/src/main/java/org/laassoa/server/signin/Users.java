package org.laassoa.server.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import org.laassoa.server.database.Transactions;

/** The table of users. */
@ApplicationScoped
class Users {

  private final Transactions transactions;

  Users(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A user.
   *
   * @param name what they sign in with
   * @param passwordHash as {@link PasswordHash} makes it
   * @param role {@code viewer}, {@code developer} or {@code admin}
   */
  record User(String name, String passwordHash, String role) {}

  /** The user of that name. */
  Optional<User> find(String name) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT name, password_hash, role FROM users WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
              return rows.next()
                  ? Optional.of(new User(rows.getString(1), rows.getString(2), rows.getString(3)))
                  : Optional.<User>empty();
            }
          }
        });
  }

  /** Whether nobody can sign in yet. */
  boolean none() {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT NOT EXISTS (SELECT 1 FROM users)");
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
          }
        });
  }

  /** Adds a user unless the name is taken; says whether it did. */
  boolean add(User user) {
    return transactions.run(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  INSERT INTO users (name, password_hash, role) VALUES (?, ?, ?)
                  ON CONFLICT (name) DO NOTHING
                  """)) {
            statement.setString(1, user.name());
            statement.setString(2, user.passwordHash());
            statement.setString(3, user.role());
            return statement.executeUpdate() == 1;
          }
        });
  }
}
