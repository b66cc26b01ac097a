package org.laassoa.builder.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFilesTest {

  private static final Map<String, String> VERSIONS = Map.of("compile.sh", "3", "Dockerfile", "1");
  private static final Map<String, String> CONTENT =
      Map.of("compile.sh", "#!/bin/sh\r\ntrue\r\n", "Dockerfile", "FROM x\n");

  @TempDir private Path folder;
  private Path build;
  private ScriptFiles scripts;

  @BeforeEach
  void makeScripts() {
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    build = workspace.build();
    scripts = new ScriptFiles(workspace);
    assertThat(scripts.outdated("java", VERSIONS)).hasSize(2);
    scripts.update("java", VERSIONS, CONTENT);
  }

  @Test
  void delivered_scripts_are_executable_and_have_line_feeds() {
    assertThat(build.resolve("compile.sh")).content().isEqualTo("#!/bin/sh\ntrue\n");
    assertThat(build.resolve("compile.sh")).isExecutable();
  }

  @Test
  void nothing_is_outdated_when_nothing_changed() {
    assertThat(scripts.outdated("java", VERSIONS)).isEmpty();
  }

  @Test
  void only_the_changed_name_is_outdated() {
    assertThat(scripts.outdated("java", Map.of("compile.sh", "4", "Dockerfile", "1")))
        .containsExactly("compile.sh");
  }

  @Test
  void everything_is_outdated_for_another_set_of_scripts() {
    assertThat(scripts.outdated("php", VERSIONS)).hasSize(2);
  }

  @Test
  void a_script_that_is_gone_is_outdated() throws IOException {
    Files.delete(build.resolve("compile.sh"));

    assertThat(scripts.outdated("java", VERSIONS)).containsExactly("compile.sh");
  }

  @Test
  void what_is_no_longer_listed_is_deleted() throws IOException {
    Files.createDirectories(build.resolve("stale/deep"));

    scripts.update("java", Map.of("compile.sh", "3"), Map.of());

    assertThat(build.toFile().list()).containsExactlyInAnyOrder("compile.sh", "version");
  }

  @Test
  void a_damaged_version_file_makes_everything_outdated() throws IOException {
    Files.writeString(build.resolve("version"), "{\"build_config\":");

    assertThat(scripts.outdated("java", VERSIONS)).hasSize(2);
  }

  @Test
  void a_link_that_a_build_left_behind_is_replaced_not_followed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "mine");
    Files.delete(build.resolve("compile.sh"));
    Files.createSymbolicLink(build.resolve("compile.sh"), outside);

    scripts.update("java", VERSIONS, CONTENT);

    assertThat(outside).hasContent("mine");
    assertThat(build.resolve("compile.sh")).isRegularFile();
  }

  @Test
  void an_incomplete_delivery_changes_nothing() {
    assertThatThrownBy(
            () -> scripts.update("java", Map.of("compile.sh", "4"), Map.of("other.sh", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("compile.sh");

    assertThat(scripts.outdated("java", VERSIONS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "/etc/x", "a/b", "a\\b", "a\0", "-rf", "version"})
  void names_that_are_not_those_of_files_are_refused(String name) {
    assertThatThrownBy(() -> scripts.outdated("java", Map.of(name, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("script's name");
  }
}
