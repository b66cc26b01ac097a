package org.laassoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.database.Postgres;
import org.laassoa.endtoend.kubernetes.ManifestContainer;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.Command;
import org.laassoa.endtoend.process.FreePort;
import org.laassoa.endtoend.process.Passwords;

/**
 * The images that {@code laas images} makes, run with what the manifests say: user, read-only file
 * system, capabilities, memory, environment, probes. What a kubelet adds is not here.
 */
@ExtendWith(Worlds.Extension.class)
class ImagesIT {

  private static final String BASE = "laas-test/runtime:1";
  private static final String TAG = "it-" + ProcessHandle.current().pid();
  private static final int KILLED = 137;
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Worlds worlds;

  ImagesIT(Worlds worlds) {
    this.worlds = worlds;
  }

  @BeforeAll
  static void make_the_images() {
    Needs.image(BASE);
    make("java");
  }

  @AfterAll
  static void remove_the_images() {
    for (String image : List.of("laas-soa-server", "laas-soa-agent")) {
      Needs.engine().succeeds("rmi", "-f", image + ":" + TAG);
    }
  }

  @Test
  void two_servers_start_at_once_on_one_database(@TempDir Path folder) throws Exception {
    // Given
    ManifestContainer manifest = ManifestContainer.of("laas-server", "server");
    String password = Passwords.random();
    try (Postgres database = Postgres.start(folder.resolve("database"), Map.of())) {
      Map<String, String> environment = new HashMap<>();
      environment.put("LAAS_HOST", "127.0.0.1");
      environment.put("LAAS_DATABASE_URL", database.url());
      environment.put("LAAS_DATABASE_USERNAME", database.username());
      environment.put("LAAS_DATABASE_PASSWORD", database.password());
      environment.put("LAAS_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
      environment.put("LAAS_ADMIN_PASSWORD", password);

      // When
      int first = FreePort.find();
      environment.put("LAAS_PORT", Integer.toString(first));
      try (var one = run("laas-soa-server", manifest, Map.of(), environment, folder)) {
        int second = FreePort.find();
        environment.put("LAAS_PORT", Integer.toString(second));
        try (var other = run("laas-soa-server", manifest, Map.of(), environment, folder)) {
          awaitProbes(manifest, one, first);
          awaitProbes(manifest, other, second);

          // Then
          String token = new LaasApi(local(first), "admin", password).joinToken();
          assertThat(join(local(second), token)).isEqualTo(200);
          assertThat(other.stop()).isNotEqualTo(KILLED);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "native"})
  void the_agent_builds_with_the_engine_beside_it(String kind, @TempDir Path folder)
      throws Exception {
    // Given
    if (kind.equals("native")) {
      Assumptions.assumeTrue(hasNativeAgent(), "there is no native agent: run laas native");
      make(kind);
    }
    World world = worlds.bare();
    String name = World.unique("imaged");
    world.repository(name).write("hello.txt", "hello\n").commit("Say hello");
    String project = world.project(name).compile("cat hello.txt; id -u\n").save();
    ManifestContainer manifest = ManifestContainer.of("laas-agent", "agent");
    Path root = Files.createDirectory(folder.resolve("root"));
    Path socket = Path.of(URI.create(Needs.setting("DOCKER_HOST")).getPath());
    give(root, manifest.user());

    // When
    try (var agent =
        run(
            "laas-soa-agent",
            manifest,
            Map.of("root", root + ":" + root, "engine", socket + ":" + engineSocket(manifest)),
            Map.of(
                "LAAS_SERVER", world.server().address().toString(),
                "LAAS_JOIN", world.api().joinToken(),
                "LAAS_NAME", name,
                // As in the pod, the engine finds it under the same path.
                "LAAS_ROOT", root.resolve("agent").toString()),
            folder)) {
      Build build = world.build(project);

      // Then
      assertThat(build.state()).as(agent.log()).isEqualTo("succeeded");
      assertThat(world.output(build, "compile")).isEqualTo("hello\n0\n");
      assertThat(agent.stop()).isNotEqualTo(KILLED);
    } finally {
      give(root, "0:0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"laas-server/server", "laas-agent/agent"})
  void an_image_runs_as_the_user_of_the_manifest_by_itself(String name) {
    // Given
    String[] parts = name.split("/");

    // When
    String user =
        Needs.engine()
            .docker(
                "image", "inspect", "-f", "{{.Config.User}}", "laas-soa-" + parts[1] + ":" + TAG);

    // Then
    assertThat(user).isEqualTo(ManifestContainer.of(parts[0], parts[1]).user());
  }

  private static void make(String agent) {
    Command.require(
        Checkout.root(),
        Map.of("JAVA_HOME", System.getProperty("java.home"), "DOCKER_BUILDKIT", "0"),
        List.of("./laas", "images", "--no-build", "--tag", TAG, "--base", BASE, "--agent", agent));
  }

  private static boolean hasNativeAgent() {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    return Files.isExecutable(
        Checkout.root()
            .resolve("laas-soa-operate-builder/target/agents/laas-agent-linux-" + architecture));
  }

  /** A container that is removed in the end. */
  private record Running(String id) implements AutoCloseable {

    String log() {
      return Needs.engine().docker("logs", id);
    }

    /** Asks it to end, and says with what exit code it did. */
    int stop() {
      Needs.engine().docker("stop", "-t", "30", id);
      return Integer.parseInt(Needs.engine().docker("inspect", "-f", "{{.State.ExitCode}}", id));
    }

    @Override
    public void close() {
      Needs.engine().docker("rm", "-f", "-v", id);
    }
  }

  private static Running run(
      String image,
      ManifestContainer manifest,
      Map<String, String> binds,
      Map<String, String> outside,
      Path folder)
      throws IOException {
    // Secrets are in it: not for the command line.
    Path environment = Files.createTempFile(folder, "container", ".env");
    Files.write(
        environment,
        manifest.environment(outside).entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .toList());
    List<String> command = new ArrayList<>(List.of("run", "-d", "--network=host"));
    command.add("--env-file=" + environment);
    command.addAll(manifest.options(binds));
    if (binds.containsKey("engine")) {
      String socket = binds.get("engine").split(":")[0];
      command.add("--group-add=" + Files.getAttribute(Path.of(socket), "unix:gid"));
    }
    command.add(image + ":" + TAG);
    return new Running(Needs.engine().docker(command.toArray(String[]::new)));
  }

  /** Where the agent looks for the engine. */
  private static String engineSocket(ManifestContainer manifest) {
    return manifest.path("engine") + "/docker.sock";
  }

  private static void give(Path root, String owner) {
    Needs.engine()
        .docker(
            "run",
            "--rm",
            "-v",
            root + ":" + root,
            "laas-test/busybox:1",
            "chown",
            "-R",
            owner,
            root.toString());
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void awaitProbes(ManifestContainer manifest, Running server, int port) {
    for (String probe : manifest.probes()) {
      await()
          .atMost(START_LIMIT)
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast(
              () ->
                  assertThat(
                          Needs.engine().docker("inspect", "-f", "{{.State.Running}}", server.id()))
                      .as(server.log())
                      .isEqualTo("true"))
          .until(() -> status(HttpRequest.newBuilder(local(port).resolve(probe))) == 200);
    }
  }

  private static int join(URI server, String token) throws Exception {
    return status(
        HttpRequest.newBuilder(server.resolve("/join_agent"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"join_token\":\"%s\",\"name\":\"raw\",\"actions\":[\"build\"],\"version\":\"1\"}"
                        .formatted(token))));
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
