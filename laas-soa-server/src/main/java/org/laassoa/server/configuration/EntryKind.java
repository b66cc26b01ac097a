package org.laassoa.server.configuration;

import java.util.List;
import org.laassoa.server.problem.FieldErrors;

/**
 * What differs from one kind of configuration to the next.
 *
 * @param <E> what is stored
 * @param <R> what people send
 * @param <V> what people are shown
 */
public interface EntryKind<E extends ConfigurationEntry, R extends EntryRequest, V> {

  /** One of this kind in words: {@code git server}. */
  String noun();

  /** The collection's address: {@code /api/git-servers}. */
  String path();

  /** A new entry, not stored. */
  E create(String name);

  /** Notes what Bean Validation cannot see, such as fields that do not fit each other. */
  default void check(R request, FieldErrors errors) {}

  /**
   * Brings the entry to what the request says.
   *
   * @throws org.laassoa.server.problem.ProblemException if the request refers to what is not there
   */
  void apply(R request, E entry);

  /** All that may be shown of an entry. */
  V view(E entry);

  /** What a list shows of an entry. */
  default V summary(E entry) {
    return view(entry);
  }

  /** Who may use an entry, and keeps it from being deleted. */
  List<Usage> usages();

  /** Removes what belonged to a deleted entry alone. */
  default void afterDelete(E entry) {}
}
