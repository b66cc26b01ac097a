package org.laassoa.server.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field that differs between two states of an entry.
 *
 * @param field its name, with dots on the way into objects: {@code packaging.kind}
 * @param before its value in the first state; null where it is missing
 * @param after its value in the second state; null where it is missing
 */
@Schema(name = "FieldChange")
public record FieldChange(
    String field,
    @Schema(implementation = Object.class, nullable = true) JsonNode before,
    @Schema(implementation = Object.class, nullable = true) JsonNode after) {

  /** All that differs, in the order of the names. */
  public static List<FieldChange> between(ObjectNode before, ObjectNode after) {
    List<FieldChange> changes = new ArrayList<>();
    collect("", before, after, changes);
    return changes;
  }

  private static void collect(
      String prefix, ObjectNode before, ObjectNode after, List<FieldChange> changes) {
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode old = orNull(before.get(name));
      JsonNode now = orNull(after.get(name));
      if (old instanceof ObjectNode oldObject && now instanceof ObjectNode nowObject) {
        collect(prefix + name + ".", oldObject, nowObject, changes);
      } else if (!old.equals(now)) {
        changes.add(new FieldChange(prefix + name, old, now));
      }
    }
  }

  private static JsonNode orNull(JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
