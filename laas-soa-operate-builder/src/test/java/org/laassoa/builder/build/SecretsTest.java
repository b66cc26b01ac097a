package org.laassoa.builder.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laassoa.builder.testing.Actions;

class SecretsTest {

  @Test
  void every_password_of_an_action_is_masked() {
    assertThat(Secrets.of(Actions.deployable("7", "branch")))
        .containsExactlyInAnyOrder("git-pass", "push-pass", "home-pass", "param-pass");
  }
}
