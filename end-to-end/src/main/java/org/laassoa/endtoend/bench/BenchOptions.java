package org.laassoa.endtoend.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param subjects what to measure, in the order of {@link Subject}, whatever the order of words
 * @param scale how much
 * @param json the file that takes the lines too, or null
 */
record BenchOptions(List<Subject> subjects, Scale scale, @Nullable Path json) {

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with what is wrong with it, in words
   */
  static BenchOptions parse(List<String> arguments) {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    Scale scale = Scale.FULL;
    Path json = null;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "all" -> subjects.addAll(Subject.all());
        case "--quick" -> scale = Scale.QUICK;
        case "--json" -> json = file(rest);
        default ->
            subjects.add(
                Subject.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("cannot measure " + word)));
      }
    }
    return new BenchOptions(
        subjects.isEmpty() ? Subject.all() : List.copyOf(subjects), scale, json);
  }

  private static Path file(Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("--json needs a file");
    }
    return Path.of(rest.next());
  }
}
