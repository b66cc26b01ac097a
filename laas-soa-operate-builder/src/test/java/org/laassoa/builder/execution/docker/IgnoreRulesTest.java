package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {

  @ParameterizedTest
  @CsvSource({
    "node_modules, node_modules, true",
    "node_modules, node_modules/a/b.js, true",
    "node_modules, web/node_modules, false",
    "**/node_modules, web/app/node_modules/x, true",
    "**/node_modules, node_modules, true",
    "/target/, target/classes/A.class, true",
    "*.log, a.log, true",
    "*.log, logs/a.log, false",
    "**/*.log, logs/deep/a.log, true",
    "*/temp*, some/temporary.txt, true",
    "*/*/temp*, some/dir/temp, true",
    "temp?, tempa, true",
    "temp?, temp, false",
    "a/**, a/b/c, true",
    "a/**/c, a/c, true",
    "a/**/c, a/x/y/c, true",
    "[a-c].txt, b.txt, true",
    "[^a-c].txt, b.txt, false",
    "a\\*b, a*b, true",
    "a\\*b, axb, false",
    "./x/../y, y, true",
    "a.b, axb, false",
    "[, x, false",
    "*, anything/at/all, true",
    "., anything, false"
  })
  void a_rule_matches_as_the_format_says(String rule, String path, boolean ignored) {
    // When
    boolean ignores = IgnoreRules.of(List.of(rule)).ignores(path);
    // Then
    assertThat(ignores).isEqualTo(ignored);
  }

  @ParameterizedTest
  @CsvSource({
    "docs/README.md, false",
    "docs/README-secret.md, true",
    "docs/other.md, true",
    "#file, false"
  })
  void the_last_rule_that_matches_decides(String path, boolean ignored) {
    // Given
    IgnoreRules rules =
        IgnoreRules.of(List.of("#file", "", "docs", " !docs/README*.md ", "docs/README-secret.md"));
    // When
    boolean ignores = rules.ignores(path);
    // Then
    assertThat(ignores).isEqualTo(ignored);
    assertThat(rules.hasExceptions()).isTrue();
  }
}
