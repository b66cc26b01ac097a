package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.laassoa.server.database.Json;

/** The table of what was changed in the configuration; it belongs to the caller's transaction. */
@ApplicationScoped
class EntryHistory {

  private final EntityManager database;
  private final Json json;

  EntryHistory(EntityManager database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** What happened to an entry. */
  enum Change {
    CREATED,
    UPDATED,
    DELETED;

    String storedName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A change to note.
   *
   * @param kind the collection, such as {@code git_servers}
   * @param entry what was changed
   * @param change how
   * @param author who did
   * @param snapshot the entry after the change, or before it when it is deleted; without secrets
   * @param secrets the write-only fields that were set or cleared
   */
  record Line(
      String kind,
      ConfigurationEntry entry,
      Change change,
      String author,
      ObjectNode snapshot,
      List<String> secrets) {}

  void add(Line line, Instant now) {
    database
        .createNativeQuery(
            """
            INSERT INTO configuration_history
              (kind, name, entry_id, version, change, author, changed_at, snapshot, secrets)
            VALUES (:kind, :name, :entry, :version, :change, :author, :at,
              cast(:snapshot AS jsonb), string_to_array(:secrets, ','))
            """)
        .setParameter("kind", line.kind())
        .setParameter("name", line.entry().getName())
        .setParameter("entry", line.entry().getId())
        .setParameter("version", line.entry().getVersion())
        .setParameter("change", line.change().storedName())
        .setParameter("author", line.author())
        .setParameter("at", now)
        .setParameter("snapshot", line.snapshot().toString())
        .setParameter("secrets", String.join(",", line.secrets()))
        .executeUpdate();
  }

  /** One page of the changes of the entries that had that name, newest first. */
  EntryChanges of(String kind, String name, PageQuery query) {
    List<Tuple> rows =
        database
            .createNativeQuery(
                """
                SELECT entry_id, version, change, author, changed_at,
                       cast(snapshot AS text) AS snapshot,
                       array_to_string(secrets, ',') AS secrets,
                       cast(lead(snapshot) OVER (PARTITION BY entry_id ORDER BY id DESC) AS text)
                         AS before
                FROM configuration_history
                WHERE kind = :kind AND name = :name
                ORDER BY id DESC
                LIMIT :size OFFSET :from
                """,
                Tuple.class)
            .setParameter("kind", kind)
            .setParameter("name", name)
            .setParameter("size", query.size())
            .setParameter("from", (long) query.page() * query.size())
            .getResultList();
    List<EntryChange> changes = new ArrayList<>();
    rows.forEach(row -> changes.add(change(row)));
    return new EntryChanges(changes, count(kind, name));
  }

  private long count(String kind, String name) {
    return (Long)
        database
            .createNativeQuery(
                "SELECT count(*) FROM configuration_history WHERE kind = :kind AND name = :name",
                Long.class)
            .setParameter("kind", kind)
            .setParameter("name", name)
            .getSingleResult();
  }

  private EntryChange change(Tuple row) {
    String change = row.get("change", String.class);
    ObjectNode snapshot = json.read(row.get("snapshot", String.class), ObjectNode.class);
    String earlier = row.get("before", String.class);
    ObjectNode before =
        earlier == null ? snapshot.objectNode() : json.read(earlier, ObjectNode.class);
    String secrets = row.get("secrets", String.class);
    return new EntryChange(
        row.get("version", Long.class),
        change,
        row.get("author", String.class),
        row.get("changed_at", Instant.class),
        FieldChange.between(
            before, change.equals(Change.DELETED.storedName()) ? snapshot.objectNode() : snapshot),
        secrets.isEmpty() ? List.of() : Arrays.asList(secrets.split(",")));
  }
}
