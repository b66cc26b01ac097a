package org.laassoa.server.console.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.laassoa.server.configuration.EntryChange;

/**
 * A change of a project's configuration.
 *
 * @param change {@code created}, {@code updated} or {@code deleted}
 * @param author who made it
 * @param at when
 * @param fields what differs
 */
public record ChangeRow(String change, String author, Instant at, List<Field> fields) {

  /**
   * A field that differs.
   *
   * @param name as in the API
   * @param before its value until then, as people read it
   * @param after its value since
   */
  public record Field(String name, String before, String after) {}

  static ChangeRow of(EntryChange change) {
    return new ChangeRow(
        change.change(),
        change.author(),
        change.changedAt(),
        change.changes().stream()
            .map(field -> new Field(field.field(), text(field.before()), text(field.after())))
            .toList());
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.isTextual() ? value.asText() : value.toString();
  }
}
