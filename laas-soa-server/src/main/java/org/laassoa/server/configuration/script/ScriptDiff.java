package org.laassoa.server.configuration.script;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a set of scripts.
 *
 * @param from the number of the one
 * @param to the number of the other
 * @param files the files that differ, by name
 */
@Schema(name = "ScriptDiff")
public record ScriptDiff(int from, int to, List<FileDiff> files) {

  /**
   * What differs in one file.
   *
   * @param file its name
   * @param change what became of it
   * @param diff in the unified format, with three lines of context; null where the file is too long
   *     to be compared
   */
  @Schema(name = "ScriptFileDiff")
  public record FileDiff(
      String file,
      @Schema(enumeration = {"added", "changed", "removed"}) FileChange.Kind change,
      @Nullable String diff) {}

  /** To compare grows with the square of the lines that differ. */
  private static final int MOST_LINES = 5_000;

  private static final int CONTEXT = 3;

  /** Compares contents by name. */
  static ScriptDiff of(int from, Map<String, String> before, int to, Map<String, String> after) {
    return new ScriptDiff(
        from,
        to,
        FileChange.between(before, after).stream()
            .map(change -> diff(change, before, after))
            .toList());
  }

  private static FileDiff diff(
      FileChange change, Map<String, String> before, Map<String, String> after) {
    String file = change.file();
    List<String> old = before.getOrDefault(file, "").lines().toList();
    List<String> fresh = after.getOrDefault(file, "").lines().toList();
    if (old.size() > MOST_LINES || fresh.size() > MOST_LINES) {
      return new FileDiff(file, change.change(), null);
    }
    Patch<String> patch = joined(DiffUtils.diff(old, fresh, new MeyersDiffWithLinearSpace<>()));
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.containsKey(file) ? "a/" + file : "/dev/null",
            after.containsKey(file) ? "b/" + file : "/dev/null",
            old,
            patch,
            CONTEXT);
    return new FileDiff(
        file, change.change(), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** Lines that are removed and added at one place are one change, as everybody knows it. */
  static Patch<String> joined(Patch<String> patch) {
    List<AbstractDelta<String>> joined = new ArrayList<>();
    for (AbstractDelta<String> next : patch.getDeltas()) {
      AbstractDelta<String> last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && follows(last.getSource(), next.getSource())
          && follows(last.getTarget(), next.getTarget())) {
        joined.set(
            joined.size() - 1,
            new ChangeDelta<>(
                both(last.getSource(), next.getSource()),
                both(last.getTarget(), next.getTarget())));
      } else {
        joined.add(next);
      }
    }
    Patch<String> result = new Patch<>();
    joined.forEach(result::addDelta);
    return result;
  }

  private static boolean follows(Chunk<String> chunk, Chunk<String> next) {
    return next.getPosition() == chunk.getPosition() + chunk.size();
  }

  private static Chunk<String> both(Chunk<String> chunk, Chunk<String> next) {
    List<String> lines = new ArrayList<>(chunk.getLines());
    lines.addAll(next.getLines());
    return new Chunk<>(chunk.getPosition(), lines);
  }
}
