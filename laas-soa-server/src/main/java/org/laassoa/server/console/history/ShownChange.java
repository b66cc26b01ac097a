package org.laassoa.server.console.history;

import java.time.Instant;
import java.util.List;
import org.laassoa.server.configuration.EntryChange;

/**
 * A change of an entry, as people read it.
 *
 * @param what what became of the entry: {@code created}, {@code updated} or {@code deleted}
 * @param author who made it
 * @param at when
 * @param fields what differs
 * @param secrets what is never shown and was set or cleared
 */
public record ShownChange(
    String what, String author, Instant at, List<ShownField> fields, List<String> secrets) {

  /** The changes of a page of a history. */
  public static List<ShownChange> of(List<EntryChange> changes, HistoryWords words) {
    return changes.stream().map(change -> of(change, words)).toList();
  }

  private static ShownChange of(EntryChange change, HistoryWords words) {
    return new ShownChange(
        change.change(),
        change.author(),
        change.changedAt(),
        ShownField.of(change.changes(), words),
        change.secrets());
  }
}
