package org.laassoa.server.console.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laassoa.server.configuration.Entries;
import org.laassoa.server.configuration.EntryChange;
import org.laassoa.server.configuration.FieldChange;
import org.laassoa.server.configuration.PageQuery;
import org.laassoa.server.configuration.Stored;
import org.laassoa.server.console.history.Meanwhile.Last;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/** Finds what became of an entry of the configuration since a form was filled from it. */
public final class SinceFilled {

  /** The number of the entry and its version, as ETags of the configuration have them. */
  private static final Pattern TAG = Pattern.compile("\"(\\d+)-(\\d+)\"");

  private final Watched watched;
  private final HistoryWords words;

  /** For who has the form of that entry open. */
  public SinceFilled(Watched watched, HistoryWords words) {
    this.watched = watched;
    this.words = words;
  }

  /**
   * What became of it; runs in the caller's transaction.
   *
   * @throws ProblemException when there never was such an entry
   */
  public Meanwhile of(Entries<?, ?, ?> entries, String name) {
    Optional<String> tag = tag(entries, name);
    if (tag.filter(watched.filled()::equals).isPresent()) {
      return Meanwhile.nothing(watched);
    }
    List<EntryChange> history = entries.history(name, new PageQuery()).items();
    Meanwhile.Last last =
        history.isEmpty()
            ? null
            : new Last(history.getFirst().author(), history.getFirst().changedAt());
    return tag.map(
            now ->
                Meanwhile.changed(watched, last)
                    .into(now, ShownField.of(differences(now, history), words)))
        .orElseGet(() -> Meanwhile.deleted(watched, last));
  }

  private static Optional<String> tag(Entries<?, ?, ?> entries, String name) {
    try {
      Stored<?> stored = entries.get(name);
      return Optional.of('"' + stored.tag().getValue() + '"');
    } catch (ProblemException e) {
      if (e.type() == ProblemType.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What all changes since then make together; nothing where the entry was made anew. */
  private List<FieldChange> differences(String tag, List<EntryChange> history) {
    Matcher then = TAG.matcher(watched.filled());
    Matcher now = TAG.matcher(tag);
    if (!then.matches() || !now.matches() || !then.group(1).equals(now.group(1))) {
      return List.of();
    }
    long version = Long.parseLong(then.group(2));
    Map<String, FieldChange> together = new LinkedHashMap<>();
    history.stream()
        .takeWhile(change -> change.version() > version)
        .toList()
        .reversed()
        .forEach(change -> change.changes().forEach(field -> join(together, field)));
    return together.values().stream()
        .filter(field -> !field.before().equals(field.after()))
        .toList();
  }

  private static void join(Map<String, FieldChange> together, FieldChange field) {
    together.merge(
        field.field(),
        field,
        (first, second) -> new FieldChange(first.field(), first.before(), second.after()));
  }
}
