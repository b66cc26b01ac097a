package org.laassoa.builder.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentRootTest {

  private static final List<String> PIECES =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          "\0",
          "~",
          "a",
          "B",
          " ",
          "%2F",
          ":",
          "中文",
          "é",
          "-",
          "_",
          "\n",
          "\ud800",
          "\udc00",
          "x".repeat(130),
          "~0123456789abcdef01234567",
          "version",
          ".git");

  @TempDir private Path folder;

  @Test
  void the_workspaces_of_tags_are_found_and_no_others() throws IOException {
    try (AgentRoot root = new AgentRoot(folder)) {
      // Given
      Path tag = root.workspace("git", "team/app.git", "tag", "v1").directory();
      Path branch = root.workspace("git", "team/app.git", "branch", "tag").directory();
      for (Path made : List.of(tag, branch, root.dependencyLib().resolve("a/tag/b"))) {
        Files.createDirectories(made);
      }

      // When
      List<Path> found = root.tagWorkspaces();

      // Then
      assertThat(found).containsExactly(tag);
      assertThat(new Workspace(tag).isOfTag()).isTrue();
      assertThat(new Workspace(branch).isOfTag()).isFalse();
    }
  }

  @Test
  void no_name_leaves_the_root_and_no_two_names_meet() {
    Random random = new Random(11);
    Map<String, String> nameOf = new HashMap<>();
    try (AgentRoot root = new AgentRoot(folder)) {
      for (int i = 0; i < 50_000; i++) {
        StringBuilder name = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
          name.append(PIECES.get(random.nextInt(PIECES.size())));
        }

        String segment = SafeName.of(name.toString());

        assertThat(segment).isNotIn("", ".", "..").doesNotContain("/", "\\", "\0", ":");
        assertThat(segment.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
        assertThat(nameOf.merge(segment, name.toString(), (old, now) -> old))
            .isEqualTo(name.toString());
        assertThat(root.workspace("git", "app", "branch", name.toString()).directory().normalize())
            .hasParentRaw(root.root().resolve("git/app/branch"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"main, main", "team/app.git, team~app.git", "v1.0+2, v1.0+2", "功能/登录, 功能~登录"})
  void ordinary_names_stay_readable(String name, String segment) {
    assertThat(SafeName.of(name)).isEqualTo(segment);
  }

  @ParameterizedTest
  @ValueSource(strings = {".laas", "dependency_lib", "parent_images", "..", "/etc"})
  void a_git_server_never_takes_a_folder_of_the_agents_own(String gitServer) {
    try (AgentRoot root = new AgentRoot(folder)) {
      Path directory = root.workspace(gitServer, "app", "branch", "main").directory();

      assertThat(directory.startsWith(root.root())).isTrue();
      assertThat(List.of(root.identityFile().getParent(), root.dependencyLib()))
          .noneMatch(directory::startsWith);
      assertThat(directory.startsWith(root.root().resolve("parent_images"))).isFalse();
    }
  }

  @Test
  void a_type_other_than_branch_and_tag_is_refused() {
    try (AgentRoot root = new AgentRoot(folder)) {
      assertThatThrownBy(() -> root.workspace("git", "app", "../..", "main"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void two_agents_never_share_a_root() {
    try (AgentRoot first = new AgentRoot(folder)) {
      assertThatThrownBy(() -> new AgentRoot(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another agent");
      assertThat(first.root()).exists();
    }
    new AgentRoot(folder).close();
  }

  @Test
  void the_agents_own_files_are_for_its_user_only() throws IOException {
    try (AgentRoot root = new AgentRoot(folder)) {
      Path attempt = root.attemptDirectory("a/../b", 2);

      for (Path path : List.of(root.identityFile().getParent(), attempt)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo("rwx------");
      }
      assertThat(root.attemptDirectory("a/../b", 2)).isEqualTo(attempt);
      assertThat(root.attemptDirectories()).containsExactly(attempt);
    }
  }
}
