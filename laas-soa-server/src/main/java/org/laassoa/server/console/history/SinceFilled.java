package org.laassoa.server.console.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})-(\\d{1,18})\"");

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
    if (tag.isEmpty()) {
      return Meanwhile.deleted(watched, last(history));
    }
    String now = tag.get();
    OptionalLong version = versionThen(now);
    if (version.isEmpty()) {
      // Made anew: nothing of it is a change of what the form was filled from.
      return Meanwhile.changed(watched, last(history)).into(now, List.of());
    }
    List<EntryChange> since =
        history.stream().takeWhile(change -> change.version() > version.getAsLong()).toList();
    return Meanwhile.changed(watched, last(since)).into(now, ShownField.of(together(since), words));
  }

  /** Nobody where it was changed by what happened elsewhere, of which no history is kept. */
  private static Meanwhile.@Nullable Last last(List<EntryChange> changes) {
    return changes.isEmpty()
        ? null
        : new Last(changes.getFirst().author(), changes.getFirst().changedAt());
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

  /** The version that the form was filled from, if the entry is still the same one. */
  private OptionalLong versionThen(String tag) {
    Matcher then = TAG.matcher(watched.filled());
    Matcher now = TAG.matcher(tag);
    return then.matches() && now.matches() && then.group(1).equals(now.group(1))
        ? OptionalLong.of(Long.parseLong(then.group(2)))
        : OptionalLong.empty();
  }

  /** What changes make together, the newest of which is the first. */
  private static List<FieldChange> together(List<EntryChange> changes) {
    Map<String, FieldChange> together = new LinkedHashMap<>();
    changes.reversed().forEach(change -> change.changes().forEach(field -> join(together, field)));
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
