package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The collection's name in files and in the history: {@code git_servers}. */
  default String section() {
    return path().substring(path().lastIndexOf('/') + 1).replace('-', '_');
  }

  /** The sections of the kinds that a request refers to by name. */
  default Set<String> refersTo() {
    return Set.of();
  }

  /** The entries of this kind that a request refers to by name: they are stored before it. */
  default Set<String> refersToOwn(ObjectNode request) {
    return Set.of();
  }

  /** Where entries are stored. */
  EntryRepository<E> repository();

  /** What people send. */
  Class<R> requestType();

  /** A new entry, not stored. */
  E create(String name);

  /** Notes what Bean Validation cannot see, such as fields that do not fit each other. */
  default void check(R request, FieldErrors errors) {}

  /**
   * What people who create an entry one by one need not say, such as what is known of it elsewhere.
   * Configuration that comes as a file says all by itself.
   */
  default R completed(R request) {
    return request;
  }

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

  /** Turns a view's JSON into that of a request, where fields of one name differ in shape. */
  default ObjectNode asRequest(ObjectNode view) {
    return view;
  }

  /** The fields of a view that nobody configured. */
  default List<String> observed() {
    return List.of("id", "created_at", "updated_at");
  }

  /** By which fields a list can be filtered: the field's name to where it is in the entity. */
  default Map<String, String> filters() {
    return Map.of();
  }

  /** Who may use an entry, and keeps it from being deleted. */
  List<Usage> usages();

  /** Removes what belonged to a deleted entry alone. */
  default void afterDelete(E entry) {}
}
