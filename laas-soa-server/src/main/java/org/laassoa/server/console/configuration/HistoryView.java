package org.laassoa.server.console.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.laassoa.server.configuration.EntryChange;

/**
 * Who changed an entry, and what.
 *
 * @param head what is above
 * @param changes newest first
 * @param pager where one is among the pages
 */
record HistoryView(EntryHead head, List<Change> changes, Pager pager) {

  /**
   * A change.
   *
   * @param what what became of the entry, in words
   * @param author who made it
   * @param at when
   * @param fields what differs
   * @param secrets what is never shown and was set or cleared
   */
  record Change(
      String what, String author, Instant at, List<ChangedField> fields, List<String> secrets) {

    static Change of(EntryChange change, ConfigurationWords words) {
      return new Change(
          words.change_of(change.change()),
          change.author(),
          change.changedAt(),
          change.changes().stream()
              .map(
                  field ->
                      new ChangedField(field.field(), text(field.before()), text(field.after())))
              .toList(),
          change.secrets());
    }

    private static String text(JsonNode value) {
      return value.isNull() ? "" : value.isTextual() ? value.asText() : value.toString();
    }
  }

  /**
   * A field that differs.
   *
   * @param name as in the API
   * @param before its value until then
   * @param after its value since
   */
  record ChangedField(String name, String before, String after) {}
}
