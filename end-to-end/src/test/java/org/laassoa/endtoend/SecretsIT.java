package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/** Secrets reach the scripts of a build, and nothing else; their key can be changed at any time. */
@ExtendWith(Worlds.Extension.class)
class SecretsIT {
  private static final String TOKEN = "t0ken-of-the-test";
  private static final String KEY = "-----BEGIN KEY-----\nfirst-line-of-key\nlast-line-of-key\n";

  private final Worlds worlds;

  SecretsIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @EachExecution
  void a_script_gets_them_and_its_log_does_not_show_them(Execution execution)
      throws InterruptedException {
    // Given
    World world = worlds.on(execution);
    String project =
        project(world, "secrets")
            .compile(
                """
                [ "$TOKEN" = "t0ken-of-the-test" ] && echo has the token: $TOKEN
                cat "$KEY"
                grep -c line-of-key "$KEY"
                echo "path $KEY"
                """)
            .save();
    putSecrets(world, project);

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    String output = world.output(build, "compile");
    assertThat(output)
        .contains("has the token: [MASKED]\n[MASKED]2\npath ")
        .doesNotContain(TOKEN, "first-line", "last-line");
    if (execution == Execution.PROCESS) {
      String path = output.substring(output.indexOf("path ") + 5).strip();
      assertThat(Path.of(path)).doesNotExist();
    }
  }

  @Test
  void they_are_in_no_image_that_is_made_from_a_dockerfile() throws Exception {
    // Given
    World world = worlds.on(Execution.DOCKER);
    String project =
        project(world, "secret-image")
            .compile("wc -c <\"$KEY\" >size\n")
            .file(
                "Dockerfile",
                """
                FROM laas-test/busybox:1
                ARG LEAK
                ENV LEAK=$LEAK
                COPY . /app
                RUN env >/environment
                """)
            .dockerfile("Dockerfile")
            .buildArgument("LEAK", "${TOKEN}")
            .save();
    putSecrets(world, project);

    // When
    Build build = world.build(project);

    // Then
    assertThat(build.state()).as(world.log(build)).isEqualTo("succeeded");
    String image = build.images().getFirst().name();
    assertThat(Needs.engine().docker("run", "--rm", image, "cat", "/app/size").strip())
        .isEqualTo(Integer.toString(KEY.length()));
    assertThat(
            List.of(
                Needs.engine().docker("history", "--no-trunc", image),
                Needs.engine().docker("image", "inspect", image),
                Needs.engine().docker("run", "--rm", image, "cat", "/environment")))
        .noneMatch(text -> text.contains(TOKEN) || text.contains("line-of-key"));
    String found =
        Needs.engine()
            .docker(
                "run",
                "--rm",
                image,
                "sh",
                "-c",
                "grep -rlE 't0ken-of-the-test|line-of-key' /app /environment /tmp /root /laas"
                    + " 2>/dev/null; true");
    assertThat(found.strip()).isEmpty();
  }

  @Test
  void the_key_is_changed_while_the_server_runs_and_while_it_does_not(@TempDir Path home)
      throws Exception {
    // Given
    String password = Passwords.random();
    var settings = new PackagedServer.Settings(home, 0, password, Map.of(), List.of("-Xmx160m"));
    String secret = "/api/image-registries/rotated";
    Path keys = home.resolve("secret.key");
    try (PackagedServer server = PackagedServer.start(settings)) {
      server.api().put(secret, Map.of("address", "registry.example", "password", TOKEN));
      String first = Files.readString(keys);

      // When
      String whileRunning = rotate(home);

      // Then
      assertThat(whileRunning).startsWith("1 secrets are now under a new key");
      assertThat(Files.readAllLines(keys))
          .hasSize(2)
          .element(1)
          .isEqualTo(first.strip() + " retired");
      server.api().put(secret, Map.of("address", "registry.example", "username", "ci"));
    }
    assertThat(rotate(home)).startsWith("1 secrets are now under a new key");
    assertThat(rotate(home, "--forget-retired")).isEqualTo("keys removed from secret.key: 2");
    assertThat(Files.readAllLines(keys)).hasSize(1);
  }

  private static String rotate(Path home, String... options) {
    List<String> command =
        Stream.of(
                Checkout.java(Checkout.serverJar()).stream(),
                Stream.of("rotate-secret-key"),
                Stream.of(options))
            .flatMap(words -> words)
            .toList();
    return Command.require(home, Map.of("LAAS_HOME", home.toString()), command)
        .lines()
        .reduce((line, next) -> next)
        .orElse("");
  }

  private static ProjectSetup project(World world, String prefix) {
    String name = World.unique(prefix);
    world.repository(name).write("README", "secrets").commit("Nothing secret");
    return world.project(name);
  }

  private static void putSecrets(World world, String project) throws InterruptedException {
    String secrets = "/api/projects/" + project + "/secrets/";
    world.api().put(secrets + "TOKEN", Map.of("kind", "env", "value", TOKEN));
    world.api().put(secrets + "KEY", Map.of("kind", "file", "value", KEY));
  }
}
