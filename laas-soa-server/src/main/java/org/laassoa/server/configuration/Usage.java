package org.laassoa.server.configuration;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * One way in which an entry is used by others.
 *
 * @param noun the user in words: {@code project}
 * @param sql a constant query for the users' names, with the parameter {@code :id}
 */
public record Usage(String noun, String sql) {
  private static final int NAMED_AT_MOST = 20;
  private static final String BUILD = "build";

  /** Use through a foreign key: {@code column} of {@code table}, both constants. */
  public static Usage byReference(String noun, String table, String column) {
    return new Usage(
        noun, "SELECT name FROM %s WHERE %s = :id ORDER BY name".formatted(table, column));
  }

  /** Use by builds that have not ended; {@code column} is a constant of the table actions. */
  public static Usage byUnfinishedBuild(String column) {
    return new Usage(
        BUILD,
        """
        SELECT cast(id AS text) FROM actions WHERE %s = :id ORDER BY id
        """
            .formatted(column));
  }

  /** Whether the users are builds: they come and go, and other entries stay. */
  boolean isByBuilds() {
    return noun.equals(BUILD);
  }

  /** The users of the entry with that id; not more than a few. */
  List<EntryUser> of(long id, EntityManager database) {
    return database
        .createNativeQuery(sql, String.class)
        .setParameter("id", id)
        .setMaxResults(NAMED_AT_MOST)
        .getResultList()
        .stream()
        .map(name -> new EntryUser(noun, String.valueOf(name)))
        .toList();
  }
}
