package org.laassoa.server.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.laassoa.server.configuration.FieldChange;

/**
 * A field that differs, as people read it.
 *
 * @param name as in the API; what has parts has a name for each: {@code parameters.VERSION}
 * @param before its value until then; empty where it had none
 * @param after its value since; empty where it has none
 */
public record ShownField(String name, String before, String after) {

  /** The fields that differ, each part of a list or of an object by itself. */
  static List<ShownField> of(List<FieldChange> changes, HistoryWords words) {
    ReadableValue readable = new ReadableValue(words);
    return changes.stream().flatMap(change -> of(change, readable)).toList();
  }

  private static Stream<ShownField> of(FieldChange change, ReadableValue readable) {
    Map<String, JsonNode> before = NamedParts.of(change.before());
    Map<String, JsonNode> after = NamedParts.of(change.after());
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    if (names.isEmpty()) {
      return Stream.of(
          new ShownField(
              change.field(), readable.text(change.before()), readable.text(change.after())));
    }
    return names.stream()
        .filter(name -> !part(before, name).equals(part(after, name)))
        .map(
            name ->
                new ShownField(
                    change.field() + "." + name,
                    readable.text(part(before, name)),
                    readable.text(part(after, name))));
  }

  private static JsonNode part(Map<String, JsonNode> parts, String name) {
    return parts.getOrDefault(name, MissingNode.getInstance());
  }
}
