package org.laassoa.server.configuration.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "Team-1", "项目", "0.x_y", "é"})
  void letters_and_digits_of_any_script_make_a_name(String name) {
    assertThat(EntryName.Rule.allows(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "-a", "_a", "a/b", "a b", "a\u0000", "a\n", "a\\b", "a%"})
  void what_a_path_or_a_shell_could_misread_is_no_name(String name) {
    assertThat(EntryName.Rule.allows(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".m2/settings.xml", "a/b/c", "..a", "项目/x"})
  void a_path_below_its_start_is_safe(String path) {
    assertThat(RelativePath.isSafe(path, 200)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "./a", "a\\b", "a\u0000", " "
      })
  void a_path_that_could_leave_its_start_is_not(String path) {
    assertThat(RelativePath.isSafe(path, 200)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example", "http://127.0.0.1:3000/git/", "git://a", "http://[::1]:80"})
  void http_and_git_addresses_are_taken(String address) {
    assertThat(WebAddress.complaint(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example",
        "ssh://a",
        "https://u:secret@a",
        "https://secret@a",
        "https://",
        "https:///a",
        "https://a/?secret",
        "https://a/#secret",
        "https://a/../b",
        "https://a/%2e%2e/b",
        "https://a b",
        "https://a\u0000",
        "file:///secret",
      })
  void other_addresses_are_refused_without_repeating_them(String address) {
    assertThat(WebAddress.complaint(address))
        .hasValueSatisfying(complaint -> assertThat(complaint.toString()).doesNotContain("secret"));
  }
}
