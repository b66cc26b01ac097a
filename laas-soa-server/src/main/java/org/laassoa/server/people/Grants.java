package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.database.Parameters;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The roles of users on single projects. */
@ApplicationScoped
public class Grants {

  private static final String LIST =
      """
      SELECT u.name, g.role, g.created_at
      FROM project_grants AS g JOIN users AS u ON u.id = g.user_id
      WHERE g.project_id = ?
      ORDER BY u.name
      """;

  private static final String PUT =
      """
      INSERT INTO project_grants (user_id, project_id, role)
      SELECT id, ?, ? FROM users WHERE name = ?
      ON CONFLICT (user_id, project_id) DO UPDATE SET role = excluded.role
      """;

  private static final String DELETE =
      """
      DELETE FROM project_grants
      WHERE project_id = ? AND user_id = (SELECT id FROM users WHERE name = ?)
      """;

  private final Transactions transactions;
  private final ProjectNumbers numbers;
  private final Event<PeopleChanged> changed;

  Grants(Transactions transactions, ProjectNumbers numbers, Event<PeopleChanged> changed) {
    this.transactions = transactions;
    this.numbers = numbers;
    this.changed = changed;
  }

  /**
   * A role of a user on the project that the address names.
   *
   * @param user the user's name
   * @param role the role
   * @param createdAt since when they have a role on it
   */
  @Schema(name = "Grant")
  @JsonNaming(SnakeCaseStrategy.class)
  public record View(
      String user,
      @Schema(enumeration = {"viewer", "developer", "admin"}) Role role,
      Instant createdAt) {}

  /** All grants on a project, by user. */
  public List<View> list(String project) {
    long id = project(project);
    return transactions.single(
        connection -> {
          try (var statement = Parameters.of(connection, LIST)) {
            return statement
                .add(id)
                .query(
                    row ->
                        new View(
                            row.getString(1),
                            Objects.requireNonNull(Role.ofStoredName(row.getString(2))),
                            row.getTimestamp(3).toInstant()));
          }
        });
  }

  /**
   * Gives a user a role on a project, instead of the one they have on it.
   *
   * @throws ProblemException when there is no such project or user
   */
  View put(String project, String user, Role role) {
    long id = project(project);
    requireName(user);
    update(PUT, statement -> statement.add(id).add(role.storedName()).add(user));
    return list(project).stream()
        .filter(grant -> grant.user().equals(user))
        .findFirst()
        .orElseThrow(Users::noSuchUser);
  }

  /**
   * Takes the role away.
   *
   * @throws ProblemException when there is none
   */
  void delete(String project, String user) {
    long id = project(project);
    requireName(user);
    update(DELETE, statement -> statement.add(id).add(user));
  }

  /** Fills in a statement's parameters. */
  @FunctionalInterface
  private interface Filling {
    Parameters of(Parameters statement) throws SQLException;
  }

  private void update(String sql, Filling filling) {
    int rows =
        transactions.single(
            connection -> {
              try (var statement = Parameters.of(connection, sql)) {
                return filling.of(statement).update();
              }
            });
    if (rows == 0) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "There is no such user, or no grant of theirs.");
    }
    changed.fire(new PeopleChanged());
  }

  private static void requireName(String user) {
    if (!EntryName.Rule.allows(user)) {
      throw Users.noSuchUser();
    }
  }

  private long project(String name) {
    return numbers.of(name).orElseThrow(Grants::noSuchProject);
  }

  private static ProblemException noSuchProject() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such project.");
  }
}
