package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeFilesTest {

  @Test
  void each_file_comes_after_its_folders() throws Exception {
    // Given
    Map<String, String> files = new LinkedHashMap<>();
    files.put(".m2/settings.xml", "<a/>\r\n");
    files.put(".netrc", "x");
    // When
    byte[] tar = HomeFiles.archive("/root", files);
    // Then
    assertThat(entries(tar))
        .containsExactly(
            "root/ 700 ",
            "root/.m2/ 700 ",
            "root/.m2/settings.xml 600 <a/>\n",
            "root/.netrc 600 x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/passwd", "a/../../x", "", "a//b", "a/./b", "a\0b"})
  void a_path_that_leaves_the_home_directory_is_refused(String path) {
    // When
    var failure = assertThatThrownBy(() -> HomeFiles.archive("/root", Map.of(path, "x")));
    // Then
    failure.isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> entries(byte[] tar) throws Exception {
    List<String> entries = new ArrayList<>();
    try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        entries.add(
            entry.getName() + " " + Integer.toOctalString(entry.getMode() & 0777) + " " + content);
      }
    }
    return entries;
  }
}
