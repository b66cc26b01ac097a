package org.laassoa.server.configuration.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptChangeTest {

  @Test
  void equal_content_changes_nothing() {
    var change =
        ScriptChange.of(
            Map.of("a.sh", new VersionedFile(3, "x")), Map.of("a.sh", 3), Map.of("a.sh", "x"));

    assertThat(change.isRevision()).isFalse();
    assertThat(change.versions()).containsExactly(Map.entry("a.sh", 3));
  }

  @Test
  void only_the_changed_file_gets_the_next_version() {
    var change =
        ScriptChange.of(
            Map.of("a.sh", new VersionedFile(3, "x"), "b.sh", new VersionedFile(1, "y")),
            Map.of("a.sh", 3, "b.sh", 1),
            Map.of("a.sh", "z", "b.sh", "y"));

    assertThat(change.versions()).isEqualTo(Map.of("a.sh", 4, "b.sh", 1));
    assertThat(change.added()).containsOnlyKeys("a.sh");
  }

  @Test
  void a_removed_file_makes_a_revision() {
    var change =
        ScriptChange.of(Map.of("a.sh", new VersionedFile(1, "x")), Map.of("a.sh", 1), Map.of());

    assertThat(change.isRevision()).isTrue();
    assertThat(change.versions()).isEmpty();
  }

  @Test
  void a_file_that_comes_back_gets_a_version_that_it_never_had() {
    var change = ScriptChange.of(Map.of(), Map.of("a.sh", 2), Map.of("a.sh", "x"));

    assertThat(change.versions()).containsExactly(Map.entry("a.sh", 3));
  }
}
