package org.laassoa.server.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.database.Parameters;

/**
 * The weekly partitions of one table, named {@code <table>_<year>_w<week>} by ISO 8601. They are
 * made ahead, so that nothing that is written lacks a place, and dropped whole.
 */
final class Weeks {

  private static final Pattern NAME = Pattern.compile(".*_(\\d{4})_w(\\d{2})");

  private static final String CREATE =
      "SELECT create_weeks(?, now(), now() + interval '28 days')::text";

  private static final String LIST =
      """
      SELECT child.relname, pg_total_relation_size(child.oid)
      FROM pg_inherits JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
      WHERE pg_inherits.inhparent = ?::regclass
      """;

  private final String table;

  /** The weeks of a table; its name is a constant of this package. */
  Weeks(String table) {
    this.table = table;
  }

  /**
   * One week.
   *
   * @param name the partition's name
   * @param end when it ends, exclusive
   * @param bytes how much space it takes, with its indexes
   */
  record Week(String name, Instant end, long bytes) {

    static Week of(String name, long bytes) {
      Matcher matcher = NAME.matcher(name);
      if (!matcher.matches()) {
        throw new IllegalStateException("a partition has a name that is none of ours: " + name);
      }
      LocalDate monday =
          LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(matcher.group(2)))
              .with(DayOfWeek.MONDAY);
      return new Week(name, monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant(), bytes);
    }
  }

  /** Makes this week and the next four, where they are missing. */
  void create(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, CREATE)) {
      statement.add(table).query(row -> row.getString(1));
    }
  }

  /** The weeks that there are, oldest first. */
  List<Week> list(Connection connection) throws SQLException {
    try (var statement = Parameters.of(connection, LIST)) {
      return statement.add(table).query(row -> Week.of(row.getString(1), row.getLong(2))).stream()
          .sorted(Comparator.comparing(Week::end))
          .toList();
    }
  }

  /** Drops a week with all that is in it. */
  static void drop(Connection connection, Week week) throws SQLException {
    // The name comes from the catalogue and matches NAME: it needs no quoting.
    try (var statement = Parameters.of(connection, "DROP TABLE " + week.name())) {
      statement.update();
    }
  }
}
