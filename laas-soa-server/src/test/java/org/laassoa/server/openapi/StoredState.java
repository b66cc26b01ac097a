package org.laassoa.server.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What is in the database, in short: which versions of which rows. Each write makes another one; to
 * read what is in the rows would take longer the more other tests have left there.
 */
@ApplicationScoped
public class StoredState {

  /** What changes by itself, or because a refusal is noted. */
  private static final Pattern BY_ITSELF =
      Pattern.compile(
          "audit_events|agents|servers|sessions|api_tokens|flyway_.*|machine_operation.*|deliver.*|build_events");

  private final DataSource database;

  StoredState(DataSource database) {
    this.database = database;
  }

  String fingerprint() throws SQLException {
    return tables().entrySet().stream()
        .map(table -> table.getKey() + "=" + table.getValue())
        .collect(Collectors.joining("\n"));
  }

  String difference(String before) throws SQLException {
    return fingerprint()
        .lines()
        .filter(line -> !before.lines().toList().contains(line))
        .toList()
        .toString();
  }

  private Map<String, String> tables() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String all;
      try (ResultSet names =
          statement.executeQuery(
              """
              SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
              WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition
              ORDER BY relname
              """)) {
        StringBuilder query = new StringBuilder();
        while (names.next()) {
          if (!BY_ITSELF.matcher(names.getString(1)).matches()) {
            query
                .append(query.isEmpty() ? "" : " UNION ALL ")
                .append(
                    """
                    SELECT '%1$s', count(*) || '/' ||
                      coalesce(sum(hashtextextended(t.tableoid || ' ' || t.ctid || ' ' || t.xmin, 0)), 0)
                    FROM %1$s t
                    """
                        .formatted(names.getString(1)));
          }
        }
        all = query.toString();
      }
      Map<String, String> tables = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(all)) {
        while (rows.next()) {
          tables.put(rows.getString(1), rows.getString(2));
        }
      }
      return tables;
    }
  }
}
