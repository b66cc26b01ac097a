package org.laassoa.server.provisioning.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what it makes with a real shell. */
class ShellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "it's",
        "'; touch /tmp/pwned; '",
        "$(id)",
        "`id`",
        "\\",
        "a\nb",
        "*",
        "-n"
      })
  void an_argument_arrives_as_it_is(String argument) throws IOException, InterruptedException {
    String command = ShellText.command("printf '%s|' \"$@\"", List.of(argument, "end"));

    Process shell = new ProcessBuilder("sh", "-c", command).start();

    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed).isEqualTo(argument + "|end|");
    assertThat(shell.waitFor()).isZero();
  }
}
