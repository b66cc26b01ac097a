package org.laassoa.server.configuration.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of secrets. Every method runs in the caller's transaction. */
@ApplicationScoped
class SecretStore {
  private static final String SELECT =
      """
      SELECT s.id, s.project_id, s.name, s.kind, s.value_enc, s.description, s.every_project,
             s.parent_images, s.created_at, s.updated_at, s.updated_by
      FROM secrets s
      """;

  private static final String OF_NAME =
      SELECT + "WHERE coalesce(s.project_id, 0) = :project AND s.name = :name";

  /** Of two with one name the project's own. */
  private static final String OF_PROJECT =
      SELECT
          .replace("SELECT", "SELECT DISTINCT ON (s.name)")
          .concat(
              """
              WHERE s.project_id = :project
                OR (s.project_id IS NULL AND (s.every_project OR EXISTS (
                      SELECT 1 FROM secret_projects p
                      WHERE p.secret_id = s.id AND p.project_id = :project)))
              ORDER BY s.name, s.project_id NULLS LAST
              """);

  private final EntityManager database;

  SecretStore(EntityManager database) {
    this.database = database;
  }

  /** The secret of that name; of no project a shared one. */
  Optional<StoredSecret> find(@Nullable Long projectId, String name) {
    return one(OF_NAME, projectId, name);
  }

  /** The same, kept from others until the transaction ends. */
  Optional<StoredSecret> lock(@Nullable Long projectId, String name) {
    return one(OF_NAME + " FOR UPDATE", projectId, name);
  }

  private Optional<StoredSecret> one(String sql, @Nullable Long projectId, String name) {
    // What PostgreSQL cannot even look for.
    if (name.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return list(
            database
                .createNativeQuery(sql, Tuple.class)
                .setParameter("project", projectId == null ? 0 : projectId)
                .setParameter("name", name))
        .stream()
        .findFirst();
  }

  /** The secrets that builds of a project get, by name. */
  List<StoredSecret> ofProject(long projectId) {
    return list(
        database.createNativeQuery(OF_PROJECT, Tuple.class).setParameter("project", projectId));
  }

  /** The secrets that builds of parent images get, by name. */
  List<StoredSecret> ofParentImages() {
    return list(
        database.createNativeQuery(
            SELECT + "WHERE s.project_id IS NULL AND s.parent_images ORDER BY s.name",
            Tuple.class));
  }

  /** The shared secrets, by name. */
  List<StoredSecret> shared() {
    return list(
        database.createNativeQuery(
            SELECT + "WHERE s.project_id IS NULL ORDER BY s.name", Tuple.class));
  }

  /** The names of the projects that a shared secret is for. */
  List<String> projects(long secretId) {
    return database
        .createNativeQuery(
            """
            SELECT p.name FROM projects p JOIN secret_projects s ON s.project_id = p.id
            WHERE s.secret_id = :id ORDER BY p.name
            """,
            String.class)
        .setParameter("id", secretId)
        .getResultList();
  }

  /** Adds a secret; its number. */
  long insert(StoredSecret secret) {
    return (Long)
        values(
                database.createNativeQuery(
                    """
                    INSERT INTO secrets (project_id, name, kind, value_enc, description,
                      every_project, parent_images, created_at, updated_at, updated_by)
                    VALUES (:project, :name, :kind, :value, :description, :every, :parents,
                      :now, :now, :by)
                    RETURNING id
                    """,
                    Long.class),
                secret)
            .setParameter("name", secret.name())
            .setParameter("project", secret.projectId())
            .getSingleResult();
  }

  /** Replaces the secret of that number. */
  void update(StoredSecret secret) {
    values(
            database.createNativeQuery(
                """
                UPDATE secrets SET kind = :kind, value_enc = :value, description = :description,
                  every_project = :every, parent_images = :parents, updated_at = :now,
                  updated_by = :by
                WHERE id = :id
                """),
            secret)
        .setParameter("id", secret.id())
        .executeUpdate();
  }

  private static Query values(Query query, StoredSecret secret) {
    return query
        .setParameter("kind", secret.kind().storedName())
        .setParameter("value", secret.value())
        .setParameter("description", secret.description())
        .setParameter("every", secret.everyProject())
        .setParameter("parents", secret.parentImages())
        .setParameter("now", secret.updatedAt())
        .setParameter("by", secret.updatedBy());
  }

  /** Makes these the projects of a shared secret. */
  void replaceProjects(long secretId, Collection<Long> projectIds) {
    database
        .createNativeQuery("DELETE FROM secret_projects WHERE secret_id = :id")
        .setParameter("id", secretId)
        .executeUpdate();
    for (long project : projectIds) {
      database
          .createNativeQuery("INSERT INTO secret_projects VALUES (:id, :project)")
          .setParameter("id", secretId)
          .setParameter("project", project)
          .executeUpdate();
    }
  }

  /** Deletes the secret of that number. */
  void delete(long secretId) {
    database
        .createNativeQuery("DELETE FROM secrets WHERE id = :id")
        .setParameter("id", secretId)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked") // What a native query for tuples gives.
  private static List<StoredSecret> list(Query query) {
    return ((List<Tuple>) query.getResultList()).stream().map(SecretStore::secret).toList();
  }

  private static StoredSecret secret(Tuple row) {
    return new StoredSecret(
        row.get("id", Long.class),
        row.get("project_id", Long.class),
        row.get("name", String.class),
        SecretKind.ofStoredName(row.get("kind", String.class)),
        row.get("value_enc", byte[].class),
        row.get("description", String.class),
        row.get("every_project", Boolean.class),
        row.get("parent_images", Boolean.class),
        row.get("created_at", Instant.class),
        row.get("updated_at", Instant.class),
        row.get("updated_by", String.class));
  }
}
