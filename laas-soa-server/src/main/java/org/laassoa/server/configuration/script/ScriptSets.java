package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.Author;

/**
 * Stored sets of scripts: what there is of each file and each state. Every method runs in the
 * caller's transaction; whoever changes a set holds its owner's row locked.
 */
@ApplicationScoped
public class ScriptSets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EntityManager database;
  private final Author author;

  ScriptSets(EntityManager database, Author author) {
    this.database = database;
    this.author = author;
  }

  /** A new set, with a first revision without files; its id. */
  public long create() {
    long id =
        (Long)
            database
                .createNativeQuery(
                    "INSERT INTO script_sets DEFAULT VALUES RETURNING id", Long.class)
                .getSingleResult();
    addRevision(id, new TreeMap<>());
    return id;
  }

  /** The newest revision of a set. */
  public ScriptRevision current(long scriptSetId) {
    return one(
        """
        SELECT id, script_set_id, cast(versions AS text) AS versions FROM script_revisions
        WHERE script_set_id = :id ORDER BY id DESC LIMIT 1
        """,
        scriptSetId);
  }

  /** The revision of that id, which exists. */
  public ScriptRevision revision(long revisionId) {
    return one(
        """
        SELECT id, script_set_id, cast(versions AS text) AS versions FROM script_revisions
        WHERE id = :id
        """,
        revisionId);
  }

  /**
   * What the files of these names hold in that revision; names that it does not have are left out.
   */
  public SortedMap<String, String> contents(long revisionId, Collection<String> names) {
    SortedMap<String, String> contents = new TreeMap<>();
    for (Tuple file :
        rows(
            """
            SELECT v.name, v.content
            FROM script_revisions r
            CROSS JOIN LATERAL jsonb_each_text(r.versions) AS pinned (name, version)
            JOIN script_versions v ON v.script_set_id = r.script_set_id
              AND v.name = pinned.name AND v.version = cast(pinned.version AS integer)
            WHERE r.id = :id
            """,
            revisionId)) {
      if (names.contains(file.get("name", String.class))) {
        contents.put(file.get("name", String.class), file.get("content", String.class));
      }
    }
    return contents;
  }

  /** Version and content of each file of the newest revision, by name. */
  public SortedMap<String, VersionedFile> files(long scriptSetId) {
    ScriptRevision revision = current(scriptSetId);
    Map<String, String> contents = contents(revision.id(), revision.versions().keySet());
    SortedMap<String, VersionedFile> files = new TreeMap<>();
    revision
        .versions()
        .forEach(
            (name, version) -> files.put(name, new VersionedFile(version, contents.get(name))));
    return files;
  }

  /** Version of each file of the newest revision, by name, without contents. */
  public SortedMap<String, VersionedFile> versions(long scriptSetId) {
    SortedMap<String, VersionedFile> files = new TreeMap<>();
    current(scriptSetId)
        .versions()
        .forEach((name, version) -> files.put(name, new VersionedFile(version, null)));
    return files;
  }

  /** Makes these the files of the set: a new revision, unless nothing differs. */
  public void replace(long scriptSetId, Map<String, String> wanted) {
    ScriptChange change = ScriptChange.of(files(scriptSetId), highest(scriptSetId), wanted);
    change
        .added()
        .forEach((name, file) -> addVersion(scriptSetId, name, file.version(), file.content()));
    if (change.isRevision()) {
      addRevision(scriptSetId, change.versions());
    }
  }

  /** Deletes a set, unless a build that has not ended pins a revision of it. */
  public void delete(long scriptSetId) {
    database
        .createNativeQuery(
            """
            DELETE FROM script_sets WHERE id = :id AND NOT EXISTS (
              SELECT 1 FROM actions a JOIN script_revisions r ON r.id = a.script_revision_id
              WHERE r.script_set_id = :id)
            """)
        .setParameter("id", scriptSetId)
        .executeUpdate();
  }

  private Map<String, Integer> highest(long scriptSetId) {
    Map<String, Integer> highest = new TreeMap<>();
    rows(
            """
            SELECT name, max(version) AS version FROM script_versions
            WHERE script_set_id = :id GROUP BY name
            """,
            scriptSetId)
        .forEach(
            row -> highest.put(row.get("name", String.class), row.get("version", Integer.class)));
    return highest;
  }

  private void addVersion(long scriptSetId, String name, int version, @Nullable String content) {
    database
        .createNativeQuery(
            """
            INSERT INTO script_versions (script_set_id, name, version, content)
            VALUES (:id, :name, :version, :content)
            """)
        .setParameter("id", scriptSetId)
        .setParameter("name", name)
        .setParameter("version", version)
        .setParameter("content", content)
        .executeUpdate();
  }

  private void addRevision(long scriptSetId, SortedMap<String, Integer> versions) {
    try {
      database
          .createNativeQuery(
              """
              INSERT INTO script_revisions (script_set_id, versions, number, author)
              SELECT :id, cast(:versions AS jsonb), coalesce(max(number) + 1, 0), :author
              FROM script_revisions WHERE script_set_id = :id
              """)
          .setParameter("id", scriptSetId)
          .setParameter("author", author.name())
          .setParameter("versions", JSON.writeValueAsString(versions))
          .executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and numbers are always JSON", e);
    }
  }

  private ScriptRevision one(String sql, long id) {
    Tuple row = rows(sql, id).getFirst();
    try {
      Map<String, Integer> versions =
          JSON.readValue(row.get("versions", String.class), new TypeReference<>() {});
      return new ScriptRevision(
          row.get("id", Long.class), row.get("script_set_id", Long.class), versions);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a jsonb column is always JSON", e);
    }
  }

  private List<Tuple> rows(String sql, long id) {
    return database.createNativeQuery(sql, Tuple.class).setParameter("id", id).getResultList();
  }
}
