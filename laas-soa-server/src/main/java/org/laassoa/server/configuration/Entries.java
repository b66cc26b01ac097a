package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.panache.common.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryHistory.Change;
import org.laassoa.server.configuration.EntryHistory.Line;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * Puts, patches, lists, shows and deletes entries of one kind, and keeps their history. Every
 * method runs in the caller's transaction.
 *
 * @param <E> what is stored
 * @param <R> what people send
 * @param <V> what people are shown
 */
public final class Entries<E extends ConfigurationEntry, R extends EntryRequest, V> {
  private final EntryKind<E, R, V> kind;
  private final EntryRepository<E> repository;
  private final EntryContext context;
  private final EntryDocuments<R, V> documents;

  /** Entries of {@code kind}. */
  public Entries(EntryKind<E, R, V> kind, EntryContext context) {
    this.kind = kind;
    this.repository = kind.repository();
    this.context = context;
    this.documents = new EntryDocuments<>(kind, context.json());
  }

  /** What became of an entry that was put. */
  public enum Effect {
    /** It is new. */
    CREATED,
    /** It differs from before. */
    UPDATED,
    /** It was like this already. */
    UNCHANGED
  }

  /**
   * An entry that was put.
   *
   * @param stored as it is now
   * @param effect what became of it
   */
  public record Put<V>(Stored<V> stored, Effect effect) {}

  /** What kind they are of. */
  public EntryKind<E, R, V> kind() {
    return kind;
  }

  /** One page of what the query finds, by name. */
  public PageView<V> list(PageQuery query) {
    var found = repository.search(query, query.filters(kind.filters()));
    return new PageView<>(found.stream().map(kind::summary).toList(), found.count());
  }

  /**
   * The entry of that name.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}
   */
  public Stored<V> get(String name) {
    E entry = repository.findByAddress(name).orElseThrow(this::notFound);
    return new Stored<>(kind.view(entry), Stored.tag(entry));
  }

  /** How many there are. */
  public long count() {
    return repository.count();
  }

  /** The names of all, in their order. */
  public List<String> names() {
    return repository.listAll(Sort.by("name")).stream().map(ConfigurationEntry::getName).toList();
  }

  /** Who uses the entry of that name; of each kind not more than a few. */
  public List<EntryUser> users(String name) {
    return users(repository.findByAddress(name).orElseThrow(this::notFound));
  }

  /** Which other entries use the entry of that name, apart from builds; not more than a few. */
  public List<EntryUser> usersAmongEntries(String name) {
    return users(
        repository.findByAddress(name).orElseThrow(this::notFound), usage -> !usage.isByBuilds());
  }

  private List<EntryUser> users(E entry) {
    return users(entry, usage -> true);
  }

  private List<EntryUser> users(E entry, Predicate<Usage> wanted) {
    var database = repository.getEntityManager();
    return kind.usages().stream()
        .filter(wanted)
        .flatMap(usage -> usage.of(entry.getId(), database).stream())
        .toList();
  }

  /** Every entry as the request that would store it again without its secrets, by name. */
  public List<ObjectNode> requests() {
    return repository.listAll(Sort.by("name")).stream()
        .map(entry -> documents.request(kind.view(entry)))
        .toList();
  }

  /**
   * Reads a request as strictly as one that comes as a body.
   *
   * @throws ProblemException when it cannot be read
   * @throws jakarta.validation.ConstraintViolationException if a constraint does not hold
   */
  public R read(ObjectNode request) {
    R read = documents.read(request);
    context.validate(read);
    return read;
  }

  /** The entry of that name as a request, if there is one. */
  public Optional<ObjectNode> request(String name) {
    return repository.findByName(name).map(entry -> documents.request(kind.view(entry)));
  }

  /** Creates or replaces the entry of that name, whatever it is now. */
  public Put<V> put(String name, R request) {
    return put(name, request, Preconditions.NONE);
  }

  /**
   * Creates or replaces the entry of that name.
   *
   * @throws ProblemException if the request is not valid, or what the caller knows does not hold
   */
  public Put<V> put(String name, R request, Preconditions known) {
    FieldErrors errors = new FieldErrors();
    errors.require(EntryName.Rule.allows(name), "name", EntryName.Rule.MESSAGE);
    errors.require(
        request.name() == null || name.equals(request.name()),
        "name",
        "differs from the name in the address: entries are not renamed");
    kind.check(request, errors);
    errors.throwIfAny();
    Optional<E> stored = repository.lockByName(name);
    known.check(stored);
    return stored.isPresent() ? replace(request, stored.get()) : add(request, kind.create(name));
  }

  /**
   * Creates the entry that the request names.
   *
   * @throws ProblemException {@link ProblemType#NAME_TAKEN} if there is one already
   */
  public Stored<V> post(R request) {
    String name = request.name();
    if (name == null) {
      throw ProblemException.invalidField("name", "is missing");
    }
    if (repository.findByName(name).isPresent()) {
      throw new ProblemException(
          ProblemType.NAME_TAKEN,
          Message.of("There is a %s named %s already.", Message.of(kind.noun()), name));
    }
    return put(name, request).stored();
  }

  /**
   * Changes the fields that a patch names.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}, or as with {@link #put}
   */
  public Stored<V> patch(String name, ObjectNode patch, Preconditions known) {
    // Locked: the patch is on what is there when it is stored.
    E entry = repository.lockByName(name).orElseThrow(this::notFound);
    known.check(Optional.of(entry));
    ObjectNode merged = documents.merged(documents.request(kind.view(entry)), patch);
    return put(name, read(merged)).stored();
  }

  /** Deletes the entry of that name, whatever it is now. */
  public void delete(String name) {
    delete(name, Preconditions.NONE);
  }

  /**
   * Deletes the entry of that name.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND}, or {@link ProblemType#IN_USE} with the
   *     users
   */
  public void delete(String name, Preconditions known) {
    // Locked: what begins to use it waits until it is known whether it goes.
    E entry = repository.lockByName(name).orElseThrow(this::notFound);
    known.check(Optional.of(entry));
    List<String> users = users(entry).stream().map(EntryUser::toString).toList();
    if (!users.isEmpty()) {
      throw new ProblemException(
          ProblemType.IN_USE,
          Message.of(
              "The %s %s is used by %s.", Message.of(kind.noun()), name, String.join(", ", users)),
          Map.of("used_by", users));
    }
    note(entry, Change.DELETED, documents.snapshot(kind.summary(entry)), List.of());
    repository.delete(entry);
    repository.flush();
    kind.afterDelete(entry);
  }

  /**
   * One page of the changes of the entries that had that name, newest first.
   *
   * @throws ProblemException {@link ProblemType#NOT_FOUND} when there never was one
   */
  public EntryChanges history(String name, PageQuery query) {
    if (!EntryName.Rule.allows(name)) {
      throw notFound();
    }
    EntryChanges changes = context.history().of(kind.section(), name, query);
    if (changes.total() == 0 && repository.findByName(name).isEmpty()) {
      throw notFound();
    }
    return changes;
  }

  /** The request with what its author need not say of an entry that is not there yet. */
  R completed(@Nullable String name, R request) {
    // Counted, not read: what is read before it is locked is of a version that may pass.
    boolean isNew =
        name != null && EntryName.Rule.allows(name) && repository.count("name", name) == 0;
    return isNew ? kind.completed(request) : request;
  }

  private Put<V> add(R request, E entry) {
    kind.apply(request, entry);
    entry.changed(request.description(), context.clock().instant());
    repository.persist(entry);
    // Here, so that a clash with another change is known before the answer is made.
    repository.flush();
    return noted(request, entry, Change.CREATED, Effect.CREATED);
  }

  private Put<V> replace(R request, E entry) {
    ObjectNode before = documents.snapshot(kind.summary(entry));
    long version = entry.getVersion();
    kind.apply(request, entry);
    entry.describe(request.description());
    repository.flush();
    // A secret is in no snapshot, and a script not in the row.
    if (entry.getVersion() == version && before.equals(documents.snapshot(kind.summary(entry)))) {
      return new Put<>(new Stored<>(kind.view(entry), Stored.tag(entry)), Effect.UNCHANGED);
    }
    entry.changed(request.description(), context.clock().instant());
    repository.flush();
    return noted(request, entry, Change.UPDATED, Effect.UPDATED);
  }

  private Put<V> noted(R request, E entry, Change change, Effect effect) {
    note(entry, change, documents.snapshot(kind.summary(entry)), EntryDocuments.secretsIn(request));
    return new Put<>(new Stored<>(kind.view(entry), Stored.tag(entry)), effect);
  }

  private void note(E entry, Change change, ObjectNode snapshot, List<String> secrets) {
    Instant now = context.clock().instant();
    context
        .history()
        .add(
            new Line(kind.section(), entry, change, context.author().name(), snapshot, secrets),
            now);
  }

  private ProblemException notFound() {
    return new ProblemException(
        ProblemType.NOT_FOUND, Message.of("There is no such %s.", Message.of(kind.noun())));
  }
}
