package org.laassoa.server.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffViewTest {

  @Test
  void lines_have_the_numbers_of_their_files_and_a_sign() {
    var lines =
        DiffView.lines(
            """
            --- a/compile.sh
            +++ b/compile.sh
            @@ -3,3 +3,3 @@
             set -eu
            -npm install
            +npm ci
             npm test
            """);

    assertThat(lines)
        .containsExactly(
            new DiffView.Line("gap", "", "", "", "@@ -3,3 +3,3 @@"),
            new DiffView.Line("same", "3", "3", " ", "set -eu"),
            new DiffView.Line("removed", "4", "", "-", "npm install"),
            new DiffView.Line("added", "", "4", "+", "npm ci"),
            new DiffView.Line("same", "5", "5", " ", "npm test"));
  }

  @Test
  void lines_that_look_like_the_names_of_files_are_lines() {
    var lines = DiffView.lines("--- a/x\n+++ b/x\n@@ -1 +1 @@\n--- old\n+++ new\n");

    assertThat(lines.subList(1, 3))
        .containsExactly(
            new DiffView.Line("removed", "1", "", "-", "-- old"),
            new DiffView.Line("added", "", "1", "+", "++ new"));
  }
}
