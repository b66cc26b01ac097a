package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laassoa.wire.Environment;

class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "busybox, busybox, latest",
    "busybox:1, busybox, 1",
    "127.0.0.1:5000/team/app, 127.0.0.1:5000/team/app, latest",
    "127.0.0.1:5000/team/app:12_x, 127.0.0.1:5000/team/app, 12_x",
    "reg/app@sha256:abc, reg/app, sha256:abc"
  })
  void a_name_is_taken_apart(String name, String repository, String tag) {
    // When
    ImageName parts = ImageName.of(name);
    // Then
    assertThat(parts).isEqualTo(new ImageName(repository, tag));
  }

  @Test
  void an_ordinary_environment_keeps_its_name() {
    // When
    String name = Environment.imageNameOf("jdk-25.maven_3");
    // Then
    assertThat(name).isEqualTo("build_jdk-25.maven_3:latest");
  }

  @Test
  void different_environments_have_different_images_with_valid_names() {
    // Given
    List<String> environments =
        List.of("jdk", "JDK", "jdk ", "环境", "环镜", "../x", "a--b", "a-b", "-", "x".repeat(300));
    // When
    Stream<String> names = environments.stream().map(Environment::imageNameOf);
    // Then
    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("build_[a-z0-9]+(?:[._-][a-z0-9]+)*:latest"))
        .allMatch(name -> name.length() < 128);
  }
}
