package org.laassoa.server.configuration;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.problem.FieldErrors;

/**
 * Stored entries of one kind.
 *
 * @param <E> the kind
 */
public interface EntryRepository<E extends ConfigurationEntry> extends PanacheRepository<E> {

  /** The entry of that name; a text that can't be a name finds nothing. */
  default Optional<E> findByName(String name) {
    return EntryName.Rule.allows(name)
        ? find("name", name).firstResultOptional()
        : Optional.empty();
  }

  /** The entry that a path names; kinds may know it by other means than its name too. */
  default Optional<E> findByAddress(String segment) {
    return findByName(segment);
  }

  /** The entry of that name, and holds changes by others off until the transaction ends. */
  default Optional<E> lockByName(String name) {
    return EntryName.Rule.allows(name)
        ? find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
        : Optional.empty();
  }

  /**
   * Entries whose name or description contains the query's text, by name.
   *
   * @param filters what else must hold: where in the entity to its value as text
   */
  default PanacheQuery<E> search(PageQuery query, Map<String, String> filters) {
    StringJoiner where = new StringJoiner(" and ");
    Parameters parameters = new Parameters();
    where.add("1 = 1");
    if (!query.text().isEmpty()) {
      where.add("(locate(:text, lower(name)) > 0 or locate(:text, lower(description)) > 0)");
      parameters.and("text", query.text().toLowerCase(Locale.ROOT));
    }
    int number = 0;
    for (Map.Entry<String, String> filter : filters.entrySet()) {
      String parameter = "filter" + number++;
      where.add("str(" + filter.getKey() + ") = :" + parameter);
      parameters.and(parameter, filter.getValue());
    }
    return find(where.toString(), Sort.by("name"), parameters).page(query.page(), query.size());
  }

  /**
   * The entry that a request refers to.
   *
   * @param name what the request says, or null where it refers to nothing
   * @param field where it says so
   * @param errors is told when there is no such entry
   */
  default @Nullable E referredTo(@Nullable String name, String field, FieldErrors errors) {
    if (name == null) {
      return null;
    }
    Optional<E> found = findByName(name);
    errors.require(found.isPresent(), field, "names something that does not exist");
    return found.orElse(null);
  }
}
