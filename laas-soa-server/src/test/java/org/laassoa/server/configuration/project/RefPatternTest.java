package org.laassoa.server.configuration.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefPatternTest {

  @ParameterizedTest
  @CsvSource({
    "main, main",
    "*, main",
    "release/*, release/1.0",
    "**, feature/a/b",
    "feature/**, feature/a/b",
    "v*, v",
    "v?.?, v1.2",
    "*-stable, 1.0-stable",
    "a*b*c, aXbYc",
    "***, a/b",
  })
  void a_name_fits(String pattern, String name) {
    // When
    boolean fits = RefPattern.Rule.fits(pattern, name);
    // Then
    assertThat(fits).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "main, Main",
    "main, main2",
    "main, mai",
    "*, feature/a",
    "release/*, release/1.0/x",
    "release/*, release",
    "v?, v",
    "v?, v/",
    "a.c, abc",
  })
  void a_name_does_not_fit(String pattern, String name) {
    // When
    boolean fits = RefPattern.Rule.fits(pattern, name);
    // Then
    assertThat(fits).isFalse();
  }

  @Test
  void no_pattern_takes_long() {
    // Given
    String pattern = "*a".repeat(127);
    String name = "a".repeat(254) + "b";
    // When
    long begin = System.nanoTime();
    boolean fits = RefPattern.Rule.fits(pattern, name);
    // Then
    assertThat(fits).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
  }
}
