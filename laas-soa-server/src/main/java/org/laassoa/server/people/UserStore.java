package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.PageView;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** The table of users. */
@ApplicationScoped
class UserStore {

  private static final String COLUMNS =
      "name, display_name, role, disabled, created_at, updated_at";

  private static final String WHERE =
      """
      WHERE (? = '' OR position(lower(?) IN lower(name || ' ' || display_name)) > 0)
        AND (?::text IS NULL OR role = ?)
        AND (?::boolean IS NULL OR disabled = ?)
      """;

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM users " + WHERE + " ORDER BY name LIMIT ? OFFSET ?";

  private static final String COUNT = "SELECT count(*) FROM users " + WHERE;

  private static final String ACCOUNT =
      """
      SELECT id, name, display_name, role, disabled, password_hash FROM users WHERE name = ?
      """;

  private static final String GRANTS =
      """
      SELECT g.project_id, p.name, g.role
      FROM project_grants AS g JOIN projects AS p ON p.id = g.project_id
      WHERE g.user_id = ?
      """;

  private final Transactions transactions;

  UserStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Whether nobody can sign in yet. */
  boolean none() {
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(
                  connection, "SELECT count(*) FROM (SELECT 1 FROM users LIMIT 1) AS u")) {
            return statement.queryNumber() == 0;
          }
        });
  }

  /** The user of that name, with their grants. */
  Optional<Account> account(String name) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, ACCOUNT)) {
            return statement.add(name).query(row -> account(connection, row)).stream().findFirst();
          }
        });
  }

  private static Account account(Connection connection, ResultSet row) throws SQLException {
    Map<Long, Grant> grants = new HashMap<>();
    try (var statement = Parameters.of(connection, GRANTS)) {
      statement
          .add(row.getLong(1))
          .query(
              grant -> grants.put(grant.getLong(1), new Grant(grant.getString(2), role(grant, 3))));
    }
    return new Account(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        Role.ofStoredName(row.getString(4)),
        row.getBoolean(5),
        row.getString(6),
        Map.copyOf(grants));
  }

  private static Role role(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(
        Role.ofStoredName(row.getString(column)), "the column is not null");
  }

  /** One page of users, by name. */
  PageView<UserView> list(PageQuery query, @Nullable Role role, @Nullable Boolean disabled) {
    return transactions.run(
        connection -> {
          try (var page = Parameters.of(connection, LIST);
              var count = Parameters.of(connection, COUNT)) {
            List<UserView> items =
                where(page, query.text(), role, disabled)
                    .add(query.size())
                    .add((long) query.page() * query.size())
                    .query(UserStore::view);
            return new PageView<>(items, where(count, query.text(), role, disabled).queryNumber());
          }
        });
  }

  private static Parameters where(
      Parameters statement, String text, @Nullable Role role, @Nullable Boolean disabled)
      throws SQLException {
    String stored = role == null ? null : role.storedName();
    return statement
        .add(text)
        .add(text)
        .add(stored)
        .add(stored)
        .addObject(disabled)
        .addObject(disabled);
  }

  /** The user of that name, as they are shown. */
  Optional<UserView> find(String name) {
    return transactions.single(connection -> find(connection, name));
  }

  /** As above, within the caller's transaction. */
  static Optional<UserView> find(Connection connection, String name) throws SQLException {
    try (var statement =
        Parameters.of(connection, "SELECT " + COLUMNS + " FROM users WHERE name = ?")) {
      return statement.add(name).query(UserStore::view).stream().findFirst();
    }
  }

  private static UserView view(ResultSet row) throws SQLException {
    return new UserView(
        row.getString(1),
        row.getString(2),
        Role.ofStoredName(row.getString(3)),
        row.getBoolean(4),
        row.getTimestamp(5).toInstant(),
        row.getTimestamp(6).toInstant());
  }

  /** Holds off others who change users until the transaction ends: only one changes at a time. */
  static void lock(Connection connection) throws SQLException {
    try (var statement =
        Parameters.of(connection, "LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE")) {
      statement.update();
    }
  }

  /** Adds a user unless the name is taken; says whether it did. */
  boolean add(String name, UserState state, String passwordHash) {
    return transactions.single(connection -> add(connection, name, state, passwordHash));
  }

  /** As above, within the caller's transaction. */
  static boolean add(Connection connection, String name, UserState state, String passwordHash)
      throws SQLException {
    try (var statement =
        Parameters.of(
            connection,
            """
            INSERT INTO users (name, display_name, role, disabled, password_hash)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING
            """)) {
      return parameters(statement.add(name), state).add(passwordHash).update() == 1;
    }
  }

  /** Changes a user who is there; a null leaves the password as it is. */
  static void change(
      Connection connection, String name, UserState state, @Nullable String passwordHash)
      throws SQLException {
    try (var statement =
        Parameters.of(
            connection,
            """
            UPDATE users
            SET display_name = ?, role = ?, disabled = ?,
                password_hash = coalesce(?, password_hash), updated_at = now()
            WHERE name = ?
            """)) {
      parameters(statement, state).add(passwordHash).add(name).update();
    }
  }

  private static Parameters parameters(Parameters statement, UserState state) throws SQLException {
    Role role = state.role();
    return statement
        .add(state.displayName())
        .add(role == null ? null : role.storedName())
        .addObject(state.disabled());
  }

  /** Deletes a user and all that is theirs alone; says whether there was one. */
  static boolean delete(Connection connection, String name) throws SQLException {
    try (var statement = Parameters.of(connection, "DELETE FROM users WHERE name = ?")) {
      return statement.add(name).update() == 1;
    }
  }

  /** How many can configure everything. */
  static long enabledAdmins(Connection connection) throws SQLException {
    try (var statement =
        Parameters.of(
            connection, "SELECT count(*) FROM users WHERE role = 'admin' AND NOT disabled")) {
      return statement.queryNumber();
    }
  }
}
