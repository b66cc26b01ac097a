package org.laassoa.server.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;

/** Finds projects by what the API calls them. */
@ApplicationScoped
public class ProjectNumbers {

  private static final String OF_BUILD =
      """
      SELECT project_id FROM actions WHERE id = ?
      UNION ALL
      SELECT project_id FROM ended_actions WHERE id = ?
      """;

  private final Transactions transactions;

  ProjectNumbers(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The number of the project of that name. */
  public Optional<Long> of(String name) {
    if (!EntryName.Rule.allows(name)) {
      return Optional.empty();
    }
    return transactions.single(
        connection -> {
          try (var statement =
              Parameters.of(connection, "SELECT id FROM projects WHERE name = ?")) {
            return statement.add(name).query(row -> row.getLong(1)).stream().findFirst();
          }
        });
  }

  /**
   * The number of the project that the build of that number is of; of parent images there is none.
   */
  public Optional<Long> ofBuild(long build) {
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, OF_BUILD)) {
            return statement
                .add(build)
                .add(build)
                .query(row -> Optional.ofNullable(row.getObject(1, Long.class)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
          }
        });
  }
}
