package org.laassoa.server.configuration.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return entries.requests().stream()
        .map(request -> request.get("name").asText())
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
