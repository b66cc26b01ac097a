package org.laassoa.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void only_the_same_password_matches() {
    String stored = PasswordHash.of("correct horse");

    assertThat(PasswordHash.matches("correct horse", stored)).isTrue();
    assertThat(PasswordHash.matches("correct horsf", stored)).isFalse();
    assertThat(stored).doesNotContain("horse");
  }

  @Test
  void the_same_password_is_stored_differently_each_time() {
    assertThat(PasswordHash.of("same")).isNotEqualTo(PasswordHash.of("same"));
  }
}
