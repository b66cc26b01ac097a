package org.laassoa.server.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.laassoa.server.database.Parameters;

/**
 * Every column that holds encrypted secrets. One that is not in this list would be lost when the
 * key changes, so the list is held against the database before that, and by a test.
 */
public final class EncryptedColumns {

  /** All of them. */
  public static final List<EncryptedColumn> ALL =
      List.of(
          EncryptedColumn.ofNamed("build_configurations", "home_files"),
          EncryptedColumn.ofNamed("git_servers", "password"),
          EncryptedColumn.ofNamed("git_servers", "api_token"),
          EncryptedColumn.ofNamed("image_registries", "password"),
          EncryptedColumn.ofNamed("machines", "password"),
          EncryptedColumn.ofNamed("machines", "private_key"),
          EncryptedColumn.ofNamed("machines", "passphrase"),
          EncryptedColumn.ofNamed("webhooks", "secret"),
          new EncryptedColumn(
              "project_webhooks",
              "project_id",
              "secret_enc",
              """
              'project_webhooks.secret:' || (SELECT name FROM projects WHERE id = project_id)\
              """),
          new EncryptedColumn(
              "secrets",
              "id",
              "value_enc",
              "'secrets.value:' || coalesce(project_id::text, 'shared') || ':' || name"));

  private static final String IN_DATABASE =
      """
      SELECT table_name || '.' || column_name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name LIKE '%\\_enc'
      """;

  private EncryptedColumns() {}

  /** The columns of the database that should be in the list, as table and column. */
  public static Set<String> inDatabase(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, IN_DATABASE)) {
      return new TreeSet<>(statement.query(row -> row.getString(1)));
    }
  }

  /**
   * Refuses a database of another version, which has columns that this one does not know, or lacks
   * some.
   *
   * @throws IllegalStateException with what differs
   */
  static void requireIn(Connection connection) throws SQLException {
    Set<String> expected =
        ALL.stream().map(EncryptedColumn::toString).collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = inDatabase(connection);
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "the database is that of another version of the server: it has %s, and this version knows %s; start the server once, or use its own version"
              .formatted(found, expected));
    }
  }
}
