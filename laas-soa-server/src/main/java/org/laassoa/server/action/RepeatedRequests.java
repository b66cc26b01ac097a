package org.laassoa.server.action;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.laassoa.server.database.Parameters;

/**
 * Tells new requests from repeated ones, by their keys. A key is written in the transaction that
 * enqueues: whoever brings it at the same time waits for that one's end. Requests without a key
 * cost nothing.
 */
final class RepeatedRequests {

  /** Waits where another transaction has just written the key, and writes it if that one fails. */
  private static final String WRITE =
      """
      INSERT INTO idempotency_keys (caller, key, request_hash)
      SELECT caller, key, decode(hash, 'hex') FROM unnest(?, ?, ?) AS asked (caller, key, hash)
      ON CONFLICT (caller, key) DO NOTHING
      RETURNING caller, key
      """;

  private static final String READ =
      """
      SELECT caller, key, encode(request_hash, 'hex'), actions
      FROM idempotency_keys JOIN unnest(?, ?) AS asked (caller, key) USING (caller, key)
      """;

  private static final String NOTE =
      """
      UPDATE idempotency_keys SET actions = string_to_array(noted.actions, ',')::bigint[]
      FROM unnest(?, ?, ?) AS noted (caller, key, actions)
      WHERE idempotency_keys.caller = noted.caller AND idempotency_keys.key = noted.key
      """;

  private static final String FORGET =
      """
      DELETE FROM idempotency_keys USING unnest(?, ?) AS forgotten (caller, key)
      WHERE idempotency_keys.caller = forgotten.caller AND idempotency_keys.key = forgotten.key
      """;

  private record Name(String caller, String key) {
    static Name of(IdempotencyKey key) {
      return new Name(key.caller(), key.key());
    }
  }

  private record Known(Name name, String requestHash, List<ActionId> actions) {}

  /** The keys of the requests that add something: of each new key the first one. */
  private final Map<Name, IdempotencyKey> first = new TreeMap<>(byCallerAndKey());

  private final Map<Name, Known> known;

  private RepeatedRequests(Map<Name, Known> known) {
    this.known = known;
  }

  /** Writes the new ones of these requests' keys, and reads the others. */
  static RepeatedRequests of(Connection connection, List<EnqueueRequest> requests)
      throws SQLException {
    // In one order, so that two transactions never wait for each other crosswise.
    Map<Name, IdempotencyKey> keys = new TreeMap<>(byCallerAndKey());
    requests.stream()
        .flatMap(request -> Stream.ofNullable(request.key()))
        .forEach(key -> keys.putIfAbsent(Name.of(key), key));
    if (keys.isEmpty()) {
      return new RepeatedRequests(Map.of());
    }
    Set<Name> written = new HashSet<>(write(connection, keys.values()));
    List<Name> old = keys.keySet().stream().filter(name -> !written.contains(name)).toList();
    return new RepeatedRequests(
        read(connection, old).stream().collect(toMap(Known::name, one -> one)));
  }

  /** What was enqueued with this key, and for what, by a transaction that has committed. */
  static Optional<EnqueueAnswer> find(Connection connection, IdempotencyKey key)
      throws SQLException {
    return read(connection, List.of(Name.of(key))).stream()
        .map(found -> answer(found, key))
        .findFirst();
  }

  /** Whether this request is to be served: it has no key, or is the first with its key. */
  boolean isNew(EnqueueRequest request) {
    IdempotencyKey key = request.key();
    if (key == null) {
      return true;
    }
    Name name = Name.of(key);
    return !known.containsKey(name) && first.putIfAbsent(name, key) == null;
  }

  /** The answer to one that is not, given what became of the first of each key. */
  EnqueueAnswer answer(IdempotencyKey key, Map<IdempotencyKey, EnqueueAnswer> served) {
    Name name = Name.of(key);
    Known before = known.get(name);
    if (before != null) {
      return answer(before, key);
    }
    IdempotencyKey own = Objects.requireNonNull(first.get(name));
    return switch (Objects.requireNonNull(served.get(own))) {
      case EnqueueAnswer.Added(List<ActionId> actions) ->
          answer(new Known(name, own.requestHash(), actions), key);
      case EnqueueAnswer.Replayed same -> same;
      case EnqueueAnswer.KeyReused reused -> reused;
      case EnqueueAnswer.SubjectGone gone -> gone;
    };
  }

  /**
   * Notes what was enqueued for the first of each key; a key that brought nothing is free again.
   */
  void note(Connection connection, Map<IdempotencyKey, EnqueueAnswer> served) throws SQLException {
    if (first.isEmpty()) {
      return;
    }
    Map<Name, List<ActionId>> added = new TreeMap<>(byCallerAndKey());
    Set<Name> none = new HashSet<>();
    first.forEach(
        (name, key) -> {
          if (served.get(key) instanceof EnqueueAnswer.Added(List<ActionId> actions)) {
            added.put(name, actions);
          } else {
            none.add(name);
          }
        });
    try (var statement = Parameters.of(connection, NOTE)) {
      statement
          .add("text", added.keySet(), Name::caller)
          .add("text", added.keySet(), Name::key)
          .add("text", added.values(), RepeatedRequests::joined)
          .update();
    }
    if (!none.isEmpty()) {
      try (var statement = Parameters.of(connection, FORGET)) {
        statement.add("text", none, Name::caller).add("text", none, Name::key).update();
      }
    }
  }

  private static EnqueueAnswer answer(Known found, IdempotencyKey key) {
    return found.requestHash().equals(key.requestHash())
        ? new EnqueueAnswer.Replayed(found.actions())
        : new EnqueueAnswer.KeyReused();
  }

  private static List<Name> write(Connection connection, Collection<IdempotencyKey> keys)
      throws SQLException {
    try (var statement = Parameters.of(connection, WRITE)) {
      return statement
          .add("text", keys, IdempotencyKey::caller)
          .add("text", keys, IdempotencyKey::key)
          .add("text", keys, IdempotencyKey::requestHash)
          .query(row -> new Name(row.getString(1), row.getString(2)));
    }
  }

  private static List<Known> read(Connection connection, Collection<Name> names)
      throws SQLException {
    if (names.isEmpty()) {
      return List.of();
    }
    try (var statement = Parameters.of(connection, READ)) {
      return statement
          .add("text", names, Name::caller)
          .add("text", names, Name::key)
          .query(
              row ->
                  new Known(
                      new Name(row.getString(1), row.getString(2)), row.getString(3), ids(row)));
    }
  }

  private static List<ActionId> ids(ResultSet row) throws SQLException {
    return Arrays.stream((Long[]) row.getArray(4).getArray()).map(ActionId::new).toList();
  }

  private static String joined(List<ActionId> actions) {
    return String.join(",", actions.stream().map(ActionId::toString).toList());
  }

  private static Comparator<Name> byCallerAndKey() {
    return Comparator.comparing(Name::caller).thenComparing(Name::key);
  }
}
