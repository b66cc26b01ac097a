package org.laassoa.server.configuration;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.LockModeType;
import java.util.Locale;
import java.util.Optional;
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

  /** As above, and holds changes by others off until the transaction ends. */
  default Optional<E> lockByName(String name) {
    return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Entries whose name or description contains the query's text, by name. */
  default PanacheQuery<E> search(PageQuery query) {
    Sort byName = Sort.by("name");
    PanacheQuery<E> found =
        query.text().isEmpty()
            ? findAll(byName)
            : find(
                "locate(?1, lower(name)) > 0 or locate(?1, lower(description)) > 0",
                byName,
                query.text().toLowerCase(Locale.ROOT));
    return found.page(query.page(), query.size());
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
