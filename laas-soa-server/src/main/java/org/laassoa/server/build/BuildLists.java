package org.laassoa.server.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laassoa.server.configuration.project.VisibleProjects;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** Lists of builds, of those that the caller may know of. */
@ApplicationScoped
class BuildLists {

  /** Nobody turns more pages, and counting all would cost. */
  static final int COUNTED = 10_000;

  private final Transactions transactions;
  private final BuildRows rows;
  private final VisibleProjects visible;

  BuildLists(Transactions transactions, Json json, VisibleProjects visible) {
    this.transactions = transactions;
    this.rows = new BuildRows(json);
    this.visible = visible;
  }

  /** A page of builds, newest first. */
  List<BuildView> page(BuildFilter filter) {
    BuildSearch search = new BuildSearch(filter, visible.only());
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, search.page())) {
            return search.bindPage(statement).query(rows::read);
          }
        });
  }

  /** How many builds there are on all pages, counted up to {@link #COUNTED}. */
  long count(BuildFilter filter) {
    BuildSearch search = new BuildSearch(filter, visible.only());
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, search.count())) {
            return search.bindCount(statement).query(row -> row.getLong(1)).getFirst();
          }
        });
  }
}
