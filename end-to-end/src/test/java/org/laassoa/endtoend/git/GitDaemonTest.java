package org.laassoa.endtoend.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitDaemonTest {

  @TempDir Path folder;

  @Test
  void it_serves_the_repositories_below_its_folder() throws Exception {
    // Given
    Path root = Files.createDirectories(folder.resolve("served"));
    String commit =
        GitRepository.create(root, "team/app.git", folder.resolve("work"))
            .write("README", "hello\n")
            .commit("First");

    // When
    String refs;
    try (GitDaemon daemon = GitDaemon.start(root)) {
      refs = Git.run(folder, "ls-remote", daemon.url("team/app.git").toString(), "main");
    }

    // Then
    assertThat(refs).isEqualTo(commit + "\trefs/heads/main");
  }
}
