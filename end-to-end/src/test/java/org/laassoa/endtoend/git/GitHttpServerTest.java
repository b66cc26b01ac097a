package org.laassoa.endtoend.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHttpServerTest {

  @TempDir private Path folder;
  private GitHttpServer server;
  private GitRepository repository;

  @BeforeEach
  void start() {
    repository =
        GitRepository.create(folder.resolve("git"), "team/app.git", folder.resolve("work"));
    server = GitHttpServer.start(folder.resolve("git"), "right");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_clone_with_the_login_gets_the_commit_and_is_counted() throws Exception {
    String commit = repository.write("file", "content").commit("First");

    clone("right");

    assertThat(Files.readString(folder.resolve("copy/file"))).isEqualTo("content");
    assertThat(Git.run(folder.resolve("copy"), "rev-parse", "HEAD")).isEqualTo(commit);
    assertThat(server.traffic().stream().filter(Traffic::sentObjects).toList()).isNotEmpty();
  }

  @Test
  void a_wrong_password_is_refused() {
    repository.write("file", "content").commit("First");

    assertThatThrownBy(() -> clone("wrong")).hasMessageContaining("could not read Username");
  }

  @Test
  void a_gate_holds_the_objects_back_until_it_is_closed() throws Exception {
    repository.write("file", "content").commit("First");
    CompletableFuture<Void> clone;

    try (Gate gate = server.hangAfter(0)) {
      clone = CompletableFuture.runAsync(() -> clone("right"));
      assertThat(gate.awaitReached(Duration.ofSeconds(10))).isTrue();
      assertThat(clone).isNotDone();
    }

    assertThat(clone).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void a_replaced_commit_and_a_tag_are_served() {
    String first = repository.write("file", "1").commit("First");
    repository.tag("v1");

    String second = repository.write("file", "2").replaceCommit("Otherwise");

    clone("right");
    assertThat(Git.run(folder.resolve("copy"), "rev-parse", "HEAD")).isEqualTo(second);
    assertThat(Git.run(folder.resolve("copy"), "rev-parse", "v1")).isEqualTo(first);
  }

  private void clone(String password) {
    String login =
        Base64.getEncoder()
            .encodeToString(
                (GitHttpServer.USERNAME + ":" + password).getBytes(StandardCharsets.UTF_8));
    Git.run(
        folder,
        Map.of(
            "GIT_CONFIG_COUNT", "1",
            "GIT_CONFIG_KEY_0", "http.extraHeader",
            "GIT_CONFIG_VALUE_0", "Authorization: Basic " + login),
        "clone",
        "-q",
        server.url("team/app.git").toString(),
        "copy");
  }
}
