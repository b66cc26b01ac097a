package org.laassoa.server.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laassoa.server.console.Language;
import org.laassoa.server.machine.FailureCode;

/** All that can go wrong on a machine is said in both languages. */
class FailureTextTest {
  private static final Path CHINESE =
      Path.of("src/main/resources/messages/machine_failures_zh.properties");
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @ParameterizedTest
  @EnumSource
  void a_failure_is_said_in_chinese_with_the_same_details(FailureCode code) {
    FailureText text = FailureText.of(code, Language.ZH);

    assertThat(text.message()).containsPattern(HAN);
    assertThat(text.advice()).containsPattern(HAN);
    assertThat(names(text.message())).isEqualTo(names(code.message()));
  }

  @ParameterizedTest
  @EnumSource
  void advice_names_nothing_that_a_failure_does_not_have(FailureCode code) {
    FailureText text = FailureText.of(code, Language.ZH);

    assertThat(names(code.advice())).containsAll(names(text.advice()));
  }

  @Test
  void there_are_no_words_for_what_does_not_happen() throws IOException {
    List<String> keys =
        Files.readAllLines(CHINESE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();

    assertThat(keys)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FailureCode.values())
                .map(FailureCode::wireName)
                .flatMap(name -> Stream.of(name, name + ".advice"))
                .toList());
  }

  @Test
  void details_are_filled_in_as_they_are() {
    FailureText text = FailureText.of(FailureCode.TOOLS_MISSING, Language.ZH);

    assertThat(text.message(Map.of("tools", "{tools} $1 tar"))).isEqualTo("机器缺少 {tools} $1 tar");
  }

  private static List<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .sorted()
        .distinct()
        .toList();
  }
}
