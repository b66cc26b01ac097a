package org.laassoa.server.configuration.script;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.FieldErrors;

/** Limits of a set of scripts, and the rule for the names that refer to its files. */
public final class ScriptFiles {
  /** Most files in a set. */
  public static final int MAX_FILES = 50;

  /** Longest content of a file, in characters. */
  public static final int MAX_CONTENT = 1 << 20;

  private ScriptFiles() {}

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
