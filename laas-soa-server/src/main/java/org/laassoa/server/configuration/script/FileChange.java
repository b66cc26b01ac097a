package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one file between two versions of a set.
 *
 * @param file its name
 * @param change what became of it
 */
public record FileChange(
    String file, @Schema(enumeration = {"added", "changed", "removed"}) Kind change) {

  /** What can become of a file. */
  public enum Kind {
    /** It was not there before. */
    ADDED,
    /** Its content is another. */
    CHANGED,
    /** It is not there any more. */
    REMOVED;

    /** As the API has it. */
    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The files that differ, by name. */
  static List<FileChange> between(Map<String, ?> before, Map<String, ?> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FileChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!before.containsKey(name)) {
        changes.add(new FileChange(name, Kind.ADDED));
      } else if (!after.containsKey(name)) {
        changes.add(new FileChange(name, Kind.REMOVED));
      } else if (!Objects.equals(before.get(name), after.get(name))) {
        changes.add(new FileChange(name, Kind.CHANGED));
      }
    }
    return changes;
  }
}
