package org.laassoa.server.configuration.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.FieldErrors;

/** Limits of a set of scripts, and the rule for the names that refer to its files. */
public final class ScriptFiles {
  /** Most files in a set. */
  public static final int MAX_FILES = 50;

  /** Longest content of a file, in characters. */
  public static final int MAX_CONTENT = 1 << 20;

  private ScriptFiles() {}

  /** A view in whose {@code files} each name stands for its content alone, as in a request. */
  public static ObjectNode contentsOnly(ObjectNode view) {
    ObjectNode files = view.withObjectProperty("files");
    files.properties().forEach(file -> file.setValue(file.getValue().path("content")));
    return view;
  }

  /** Notes when {@code name} is given and is not among {@code files}. */
  public static void requireAmong(
      Iterable<String> files, @Nullable String name, String field, FieldErrors errors) {
    if (name == null) {
      return;
    }
    for (String file : files) {
      if (file.equals(name)) {
        return;
      }
    }
    errors.add(field, "must be the name of one of the files");
  }
}
