package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ImageContextTest {

  @TempDir Path folder;

  @Test
  void links_stay_links_and_modes_stay_modes() throws Exception {
    // Given
    Files.createDirectory(folder.resolve("dir"));
    Files.createSymbolicLink(folder.resolve("dir/out"), Path.of("/etc"));
    Path run = Files.writeString(folder.resolve("run.sh"), "x");
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-x---"));
    // When
    List<String> entries = entries();
    // Then
    assertThat(entries)
        .containsExactlyInAnyOrder(
            ImageContext.DOCKERFILE + " 644 0",
            ".dockerignore 644 0",
            "dir/ 755 0",
            "dir/out -> /etc",
            "run.sh 750 0");
  }

  @Test
  void an_exception_brings_back_a_file_of_an_ignored_folder() throws Exception {
    // Given
    Files.createDirectory(folder.resolve("docs"));
    Files.writeString(folder.resolve("docs/a.md"), "a");
    Files.writeString(folder.resolve("docs/b.md"), "b");
    Files.writeString(folder.resolve(".dockerignore"), "docs\n!docs/b.md\n");
    // When
    List<String> entries = entries();
    // Then
    assertThat(entries).contains("docs/b.md 644 0").noneMatch(entry -> entry.contains("a.md"));
  }

  @Test
  void a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one() throws Exception {
    // Given
    Path missing = folder.resolve("missing");
    // When
    try (InputStream stream = ImageContext.of(missing, new byte[0]).open()) {
      var failure = assertThatThrownBy(stream::readAllBytes);
      // Then
      failure.hasMessageContaining("the context cannot be read").hasMessageContaining("missing");
    }
  }

  private List<String> entries() throws Exception {
    List<String> entries = new ArrayList<>();
    try (var in = new TarArchiveInputStream(ImageContext.of(folder, new byte[0]).open())) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String mode = Integer.toOctalString(entry.getMode() & 0777);
        entries.add(
            entry.isSymbolicLink()
                ? entry.getName() + " -> " + entry.getLinkName()
                : entry.getName() + " " + mode + " " + entry.getLongUserId());
      }
    }
    return entries;
  }
}
