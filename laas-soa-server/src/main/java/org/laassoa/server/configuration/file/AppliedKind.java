package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laassoa.server.configuration.ConfigurationEntry;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryContext;
import org.laassoa.server.configuration.EntryKind;
import org.laassoa.server.configuration.EntryRequest;
import org.laassoa.server.configuration.FieldChange;

/**
 * Entries of one kind, as a file has them.
 *
 * @param <E> what is stored
 * @param <R> what people send
 */
final class AppliedKind<E extends ConfigurationEntry, R extends EntryRequest> {

  private final EntryKind<E, R, ?> kind;
  private final Entries<E, R, ?> entries;

  private AppliedKind(EntryKind<E, R, ?> kind, EntryContext context) {
    this.kind = kind;
    this.entries = new Entries<>(kind, context);
  }

  static <E extends ConfigurationEntry, R extends EntryRequest> AppliedKind<E, R> of(
      EntryKind<E, R, ?> kind, EntryContext context) {
    return new AppliedKind<>(kind, context);
  }

  EntryKind<E, R, ?> kind() {
    return kind;
  }

  /** All entries without what is missing in them anyway, by name. */
  Map<String, ObjectNode> export() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (ObjectNode request : entries.requests()) {
      String name = request.remove("name").asText();
      request.properties().removeIf(field -> isNothing(field.getValue()));
      all.put(name, request);
    }
    return all;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.asText().isEmpty());
  }

  /** Entries of a file in the order to store them: what is referred to comes before. */
  Map<String, ObjectNode> inOrder(Map<String, ObjectNode> entries) {
    Map<String, ObjectNode> ordered = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    entries.keySet().forEach(name -> place(name, entries, seen, ordered));
    return ordered;
  }

  /** Those that refer to each other in a ring come in any order: storing them says so. */
  private void place(
      String name,
      Map<String, ObjectNode> entries,
      Set<String> seen,
      Map<String, ObjectNode> ordered) {
    ObjectNode request = entries.get(name);
    if (request != null && seen.add(name)) {
      kind.refersToOwn(request).forEach(other -> place(other, entries, seen, ordered));
      ordered.put(name, request);
    }
  }

  /** Stores one; what changed, if anything did. */
  Optional<AppliedChange> put(String name, ObjectNode fields) {
    Optional<ObjectNode> before = entries.request(name);
    Entries.Effect effect = entries.put(name, entries.read(fields)).effect();
    return switch (effect) {
      case UNCHANGED -> Optional.empty();
      case CREATED -> Optional.of(change(name, "created", before, entries.request(name)));
      case UPDATED -> Optional.of(change(name, "updated", before, entries.request(name)));
    };
  }

  /** Deletes those that are not named. */
  List<AppliedChange> deleteOthers(Map<String, ObjectNode> named) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    entries.requests().forEach(request -> all.put(request.get("name").asText(), request));
    return List.copyOf(inOrder(all).keySet()).reversed().stream()
        .filter(name -> !named.containsKey(name))
        .map(this::delete)
        .toList();
  }

  private AppliedChange delete(String name) {
    Optional<ObjectNode> before = entries.request(name);
    entries.delete(name);
    return change(name, "deleted", before, Optional.empty());
  }

  private AppliedChange change(
      String name, String effect, Optional<ObjectNode> before, Optional<ObjectNode> after) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return new AppliedChange(
        kind.section(),
        name,
        effect,
        FieldChange.between(before.orElse(nothing), after.orElse(nothing)));
  }
}
