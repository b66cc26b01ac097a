package org.laassoa.endtoend.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

  @Test
  void without_options_the_demo_stays_on_a_free_port() {
    assertThat(DemoOptions.parse(List.of())).isEqualTo(new DemoOptions(false, 0, "auto"));
  }

  @Test
  void every_option_is_taken() {
    assertThat(DemoOptions.parse(List.of("--exit", "--port", "8081", "--executor", "process")))
        .isEqualTo(new DemoOptions(true, 8081, "process"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 70000", "--executor podman", "--what"})
  void a_wrong_option_is_named(String arguments) {
    assertThatThrownBy(() -> DemoOptions.parse(List.of(arguments.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(arguments.split(" ")[0]);
  }
}
