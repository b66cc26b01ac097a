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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private static final String SERVER = "laas-soa-server:" + TAG;
  private static final String ENGINE = "laas-test/engine:1";
  private static final String IMAGE = "laas-test/busybox:1";
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
      try (Pod one = Pod.of(manifest, folder.resolve("one"));
          Pod other = Pod.of(manifest, folder.resolve("other"))) {
        String oneId = one.run(manifest, SERVER, environment);
        int second = FreePort.find();
        environment.put("LAAS_PORT", Integer.toString(second));
        String otherId = other.run(manifest, SERVER, environment);
        awaitProbes(manifest, oneId, first);
        awaitProbes(manifest, otherId, second);

        // Then
        String token = new LaasApi(local(first), "admin", password).joinToken();
        assertThat(join(local(second), token)).isEqualTo(200);
        // What agents are scaled by.
        assertThat(metrics(second)).contains("laas_actions{state=\"queued\"");
        assertThat(Pod.stop(otherId)).isNotEqualTo(KILLED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "native"})
  void an_agent_builds_with_the_rootless_engine_beside_it(String kind, @TempDir Path folder)
      throws Exception {
    // Given
    Needs.image(ENGINE);
    if (kind.equals("native")) {
      Assumptions.assumeTrue(hasNativeAgent(), "there is no native agent: run laas native");
      make(kind);
    }
    World world = worlds.bare();
    String name = World.unique("in-pod");
    world.repository(name).write("hello.txt", "hello\n").commit("Say hello");
    String project =
        world.project(name).compile("cat hello.txt; id -u; touch $LAAS_TARGET/made").save();
    ManifestContainer manifest = ManifestContainer.of("laas-agent", "agent");
    try (Pod pod = Pod.of(manifest, folder)) {
      startEngine(pod);

      // When
      String agent =
          pod.run(
              manifest,
              "laas-soa-agent:" + TAG,
              Map.of(
                  "LAAS_SERVER", world.server().address().toString(),
                  "LAAS_JOIN", world.api().joinToken(),
                  "LAAS_NAME", name));
      Build build = world.build(project);

      // Then
      assertThat(build.state()).as(Pod.log(agent)).isEqualTo("succeeded");
      assertThat(world.output(build, "compile")).isEqualTo("hello\n0\n");
      assertThat(pod.owners("made")).containsOnly(manifest.user());
      assertThat(Pod.stop(agent)).isNotEqualTo(KILLED);
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

  /** Starts the engine of an agent's pod, and gives it an image to build in. */
  private static void startEngine(Pod pod) throws IOException {
    ManifestContainer manifest = ManifestContainer.of("laas-agent", "engine");
    String engine = pod.run(manifest, ENGINE, Map.of());
    String[] started =
        Stream.concat(Stream.of("exec", engine), manifest.startupCommand().stream())
            .toArray(String[]::new);
    await()
        .atMost(START_LIMIT)
        .failFast(() -> assertThat(Pod.runs(engine)).as(Pod.log(engine)).isTrue())
        .until(() -> Needs.engine().succeeds(started));
    Path image = pod.volume("engine").resolve("image.tar");
    Needs.engine().docker("save", "-o", image.toString(), IMAGE);
    Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rw-r--r--"));
    Needs.engine()
        .docker("exec", engine, "docker", "load", "-i", manifest.path("engine") + "/image.tar");
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static void awaitProbes(ManifestContainer manifest, String server, int port) {
    for (String probe : manifest.probes()) {
      await()
          .atMost(START_LIMIT)
          .ignoreExceptionsInstanceOf(IOException.class)
          .failFast(() -> assertThat(Pod.runs(server)).as(Pod.log(server)).isTrue())
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

  private static String metrics(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(local(port).resolve("/q/metrics")).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }
}
