package org.laassoa.server.build;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.database.Parameters;
import org.laassoa.wire.ActionType;

/**
 * The statements that find builds. They have the conditions that are asked for and no others, so
 * that the database takes the index that fits: by number, by project, or of what did not succeed.
 * What has no index, a ref or a text, is picked from the newest {@link BuildFilter#REACH} of what
 * the others find. So no list reads all that was ever built.
 *
 * @param filter what is wanted
 * @param only the numbers of the only projects that may be known of; empty for all
 */
record BuildSearch(BuildFilter filter, Optional<Set<Long>> only) {

  /** A page of builds, newest first. */
  String page() {
    return "SELECT * FROM (\n"
        + found()
        + ") AS builds\n"
        + picked()
        + "ORDER BY id DESC LIMIT ? OFFSET ?";
  }

  /** How many there are, up to {@link BuildLists#COUNTED}. */
  String count() {
    return "SELECT count(*) FROM (SELECT 1 FROM (\n"
        + found()
        + ") AS builds\n"
        + picked()
        + "LIMIT "
        + BuildLists.COUNTED
        + ") AS counted";
  }

  private String found() {
    return tables().stream()
        .map(table -> "(" + table + indexed() + "ORDER BY id DESC LIMIT ?)\n")
        .collect(Collectors.joining("UNION ALL\n"));
  }

  private List<String> tables() {
    List<String> tables = new ArrayList<>();
    String state = filter.state();
    if (state == null || !ActionState.ofWireName(state).ended()) {
      tables.add(BuildRows.LIVE);
    }
    if (state == null || ActionState.ofWireName(state).ended()) {
      tables.add(BuildRows.ENDED);
    }
    return tables;
  }

  /**
   * The state is not a parameter, since an index is of some of them only: it is one of those that
   * there are, whoever made the filter.
   */
  private String indexed() {
    return "WHERE type = ANY (?)"
        + (only.isPresent() ? " AND project_id = ANY (?)" : "")
        + (filter.project() == null ? "" : " AND subject = ?")
        + (filter.state() == null
            ? ""
            : " AND state = '" + ActionState.ofWireName(filter.state()).wireName() + "'")
        + "\n";
  }

  private String picked() {
    return "WHERE true"
        + (filter.ref() == null ? "" : " AND ref = ?")
        + (filter.text().isEmpty()
            ? ""
            : " AND position(lower(?) IN lower(subject || ' ' || coalesce(ref, ''))) > 0")
        + "\n";
  }

  private boolean picks() {
    return filter.ref() != null || !filter.text().isEmpty();
  }

  /** Fills in {@link #page()}. */
  Parameters bindPage(Parameters statement) throws SQLException {
    long before = (long) filter.page() * filter.size();
    return bind(statement, before + filter.size()).add(filter.size()).add(before);
  }

  /** Fills in {@link #count()}. */
  Parameters bindCount(Parameters statement) throws SQLException {
    return bind(statement, BuildLists.COUNTED);
  }

  private Parameters bind(Parameters statement, long wanted) throws SQLException {
    for (int table = 0; table < tables().size(); table++) {
      statement.add("text", filter.types(), ActionType::wireName);
      if (only.isPresent()) {
        statement.addNumbers(only.get());
      }
      if (filter.project() != null) {
        statement.add(filter.project());
      }
      statement.add(picks() ? BuildFilter.REACH : wanted);
    }
    if (filter.ref() != null) {
      statement.add(filter.ref());
    }
    return filter.text().isEmpty() ? statement : statement.add(filter.text());
  }
}
