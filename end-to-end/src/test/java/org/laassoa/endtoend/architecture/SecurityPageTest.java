package org.laassoa.endtoend.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test for each threat, and each test that it names is there. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void every_threat_has_a_test_that_is_there() throws IOException {
    Map<String, Path> tests = tests();

    List<String> threats = threats();

    assertThat(threats).hasSizeGreaterThan(50);
    assertThat(threats)
        .allSatisfy(
            threat -> {
              List<MatchResult> named =
                  NAMED.matcher(threat.substring(threat.lastIndexOf(" | "))).results().toList();
              assertThat(named).as("tests").isNotEmpty();
              for (MatchResult one : named) {
                assertThat(tests).containsKey(one.group(1));
                if (one.group(2) != null) {
                  assertThat(Files.readString(tests.get(one.group(1))))
                      .contains("void " + one.group(2) + "(");
                }
              }
            });
  }

  private static List<String> threats() throws IOException {
    List<String> threats = new ArrayList<>();
    boolean table = false;
    for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"))) {
      if (line.startsWith("| Threat ")) {
        table = true;
      } else if (!line.startsWith("|")) {
        table = false;
      } else if (table && !line.startsWith("|---")) {
        threats.add(line);
      }
    }
    return threats;
  }

  private static Map<String, Path> tests() throws IOException {
    try (Stream<Path> files =
        Stream.of("src-shared", "laas-soa-server", "laas-soa-operate-builder", "end-to-end")
            .map(module -> ROOT.resolve(module).resolve("src/test/java"))
            .filter(Files::isDirectory)
            .flatMap(SecurityPageTest::walk)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  Function.identity(),
                  (one, other) -> one));
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
