package org.laassoa.server.configuration.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScriptDiffTest {
  private static final long SEED = 5;

  @Test
  void a_replaced_line_is_shown_removed_and_then_added() {
    ScriptDiff diff = of("a\nb\nc\n", "a\nx\nc\n");

    assertThat(diff.files().getFirst().diff())
        .isEqualTo("--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
  }

  @Test
  void a_diff_that_is_applied_to_the_one_gives_the_other() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      List<String> before = lines(random);
      List<String> after = lines(random);

      ScriptDiff diff = of(String.join("\n", before), String.join("\n", after));

      for (ScriptDiff.FileDiff file : diff.files()) {
        List<String> words = file.diff().lines().toList();
        assertThat(UnifiedDiffUtils.parseUnifiedDiff(words).applyTo(before)).isEqualTo(after);
      }
    }
  }

  @Test
  void the_longest_files_that_are_compared_take_little_time_and_memory() {
    String before = "x\n".repeat(5_000);
    String after = "y\n".repeat(5_000);

    ScriptDiff diff = of(before, after);

    assertThat(diff.files().getFirst().diff()).hasLineCount(10_003);
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lines.add("line " + random.nextInt(12));
    }
    return lines;
  }

  private static ScriptDiff of(String before, String after) {
    return ScriptDiff.of(1, Map.of("f", before), 2, Map.of("f", after));
  }
}
