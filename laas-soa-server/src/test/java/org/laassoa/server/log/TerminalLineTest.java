package org.laassoa.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalLineTest {

  /** The console's {@code ansi.js} is held against the same cases. */
  static Stream<JsonNode> cases() throws IOException {
    return new ObjectMapper()
        .readTree(Path.of("src/test/resources/terminal-lines.json").toFile())
        .valueStream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_line_is_shown_as_a_terminal_would(JsonNode line) {
    assertThat(TerminalLine.shown(line.path("raw").asText()))
        .as(line.path("about").asText())
        .isEqualTo(line.path("shown").asText());
  }

  @Test
  void a_long_progress_line_shows_its_last_state() {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i <= 100_000; i++) {
      raw.append('\r').append(i);
    }

    assertThat(TerminalLine.shown(raw.toString())).isEqualTo("100000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b]", "\u001bP", "\u001b]x\u0007", "\u001b[1K", "x\u001b[2K"})
  @Timeout(5)
  void a_hostile_line_takes_no_longer_than_its_length(String part) {
    String raw = part.repeat(512 * 1024 / part.length());

    assertThat(TerminalLine.shown(raw)).hasSizeLessThanOrEqualTo(raw.length());
  }
}
