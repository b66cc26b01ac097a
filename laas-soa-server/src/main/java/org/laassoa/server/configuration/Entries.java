package org.laassoa.server.configuration;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Puts, lists, shows and deletes entries of one kind. Every method runs in the caller's
 * transaction.
 *
 * @param <E> what is stored
 * @param <R> what people send
 * @param <V> what people are shown
 */
public final class Entries<E extends ConfigurationEntry, R extends EntryRequest, V> {
  private final EntryKind<E, R, V> kind;
  private final EntryRepository<E> repository;
  private final Clock clock;

  /** Entries of {@code kind}, kept in {@code repository}. */
  public Entries(EntryKind<E, R, V> kind, EntryRepository<E> repository, Clock clock) {
    this.kind = kind;
    this.repository = repository;
    this.clock = clock;
  }

  /** One page of what the query finds, by name. */
  public PageView<V> list(PageQuery query) {
    var found = repository.search(query);
    return new PageView<>(found.stream().map(kind::summary).toList(), found.count());
  }

  /**
   * The entry of that name.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public V get(String name) {
    return kind.view(existing(name));
  }

  /** Creates (201) or replaces (200) the entry of that name. */
  public RestResponse<V> put(String name, R request) {
    FieldErrors errors = new FieldErrors();
    errors.require(EntryName.Rule.allows(name), "name", EntryName.Rule.MESSAGE);
    errors.require(
        request.name() == null || name.equals(request.name()),
        "name",
        "differs from the name in the address: entries are not renamed");
    kind.check(request, errors);
    errors.throwIfAny();
    Optional<E> stored = repository.lockByName(name);
    return stored.isPresent()
        ? RestResponse.ok(store(request, stored.get()))
        : RestResponse.ResponseBuilder.<V>created(location(name))
            .entity(store(request, kind.create(name)))
            .build();
  }

  /**
   * Creates the entry that the request names (201).
   *
   * @throws ProblemException {@link ProblemType#NAME_TAKEN} if there is one already
   */
  public RestResponse<V> post(R request) {
    String name = request.name();
    if (name == null) {
      throw ProblemException.invalidField("name", "is missing");
    }
    if (repository.findByName(name).isPresent()) {
      throw new ProblemException(
          ProblemType.NAME_TAKEN, "There is a %s named %s already.".formatted(kind.noun(), name));
    }
    return put(name, request);
  }

  /**
   * Deletes the entry of that name.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}, or {@link ProblemType#IN_USE} with the
   *     users
   */
  public void delete(String name) {
    // Locked: what begins to use it waits until it is known whether it goes.
    E entry =
        repository
            .lockByName(name)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such %s.".formatted(kind.noun())));
    var database = repository.getEntityManager();
    List<String> users =
        kind.usages().stream()
            .flatMap(usage -> usage.of(entry.getId(), database).stream())
            .toList();
    if (!users.isEmpty()) {
      throw new ProblemException(
          ProblemType.IN_USE,
          "The %s %s is used by %s.".formatted(kind.noun(), name, String.join(", ", users)),
          Map.of("used_by", users));
    }
    repository.delete(entry);
    repository.flush();
    kind.afterDelete(entry);
  }

  private V store(R request, E entry) {
    kind.apply(request, entry);
    entry.changed(request.description(), clock.instant());
    repository.persist(entry);
    // Here, so that a clash with another change is known before the answer is made.
    repository.flush();
    return kind.view(entry);
  }

  private E existing(String name) {
    return repository
        .findByName(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no such %s.".formatted(kind.noun())));
  }

  private URI location(String name) {
    return UriBuilder.fromPath(kind.path()).segment(name).build();
  }
}
