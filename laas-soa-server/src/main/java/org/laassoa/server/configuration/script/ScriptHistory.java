package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** The versions of a set of scripts. Every method runs in the caller's transaction. */
@ApplicationScoped
public class ScriptHistory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String LIST =
      """
      SELECT * FROM (
        SELECT number, created_at, author, cast(versions AS text) AS versions,
               cast(lag(versions) OVER (ORDER BY number) AS text) AS before
        FROM script_revisions WHERE script_set_id = :set) AS numbered
      WHERE number > 0 ORDER BY number DESC LIMIT :size OFFSET :skipped
      """;

  private static final String COUNT =
      "SELECT count(*) FROM script_revisions WHERE script_set_id = :set AND number > 0";

  private static final String ONE =
      """
      SELECT r.id, r.number, r.created_at, r.author, cast(r.versions AS text) AS versions
      FROM script_revisions r WHERE r.script_set_id = :set AND r.number = :number
      """;

  private final EntityManager database;
  private final ScriptSets scripts;

  ScriptHistory(EntityManager database, ScriptSets scripts) {
    this.database = database;
    this.scripts = scripts;
  }

  /** A page of the versions, newest first. */
  public List<ScriptVersionView> list(long scriptSetId, int page, int size) {
    return rows(
            database
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("set", scriptSetId)
                .setParameter("size", size)
                .setParameter("skipped", (long) page * size))
        .stream()
        .map(
            row ->
                new ScriptVersionView(
                    row.get("number", Integer.class),
                    row.get("created_at", Instant.class),
                    row.get("author", String.class),
                    FileChange.between(versions(row, "before"), versions(row, "versions"))))
        .toList();
  }

  /** The number of a revision, which exists. */
  public int numberOf(long revisionId) {
    return (Integer)
        database
            .createNativeQuery("SELECT number FROM script_revisions WHERE id = :id", Integer.class)
            .setParameter("id", revisionId)
            .getSingleResult();
  }

  /** How many versions there are. */
  public long count(long scriptSetId) {
    return (Long)
        database
            .createNativeQuery(COUNT, Long.class)
            .setParameter("set", scriptSetId)
            .getSingleResult();
  }

  /**
   * One version with the contents of its files.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public ScriptVersionFiles get(long scriptSetId, int number) {
    Tuple row =
        rows(
                database
                    .createNativeQuery(ONE, Tuple.class)
                    .setParameter("set", scriptSetId)
                    .setParameter("number", number))
            .stream()
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such version."));
    SortedMap<String, Integer> versions = versions(row, "versions");
    Map<String, String> contents = scripts.contents(row.get("id", Long.class), versions.keySet());
    SortedMap<String, VersionedFile> files = new TreeMap<>();
    versions.forEach(
        (name, version) -> files.put(name, new VersionedFile(version, contents.get(name))));
    return new ScriptVersionFiles(
        number, row.get("created_at", Instant.class), row.get("author", String.class), files);
  }

  /**
   * The contents of the files of one version, by name.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public SortedMap<String, String> contents(long scriptSetId, int number) {
    SortedMap<String, String> contents = new TreeMap<>();
    get(scriptSetId, number).files().forEach((name, file) -> contents.put(name, file.content()));
    return contents;
  }

  /**
   * What differs between two versions.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public ScriptDiff diff(long scriptSetId, int from, int to) {
    return ScriptDiff.of(from, contents(scriptSetId, from), to, contents(scriptSetId, to));
  }

  private static SortedMap<String, Integer> versions(Tuple row, String column) {
    @Nullable String json = row.get(column, String.class);
    try {
      return json == null
          ? new TreeMap<>()
          : JSON.readValue(json, new TypeReference<TreeMap<String, Integer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a jsonb column is always JSON", e);
    }
  }

  @SuppressWarnings("unchecked") // What a native query for tuples gives.
  private static List<Tuple> rows(Query query) {
    return query.getResultList();
  }
}
