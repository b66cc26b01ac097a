package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.database.Postgres;
import org.laassoa.endtoend.git.GitDaemon;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.load.RequestBytes;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/** A server on a PostgreSQL of its own, Git servers and the agents that figures are taken with. */
final class BenchWorld implements AutoCloseable {

  /** What every JVM that is measured is started with. */
  static final List<String> JVM_OPTIONS = List.of("-Xmx256m");

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
  private static final int HOLD_SECONDS = 60;
  private static final String ADMINISTRATOR = "admin";

  private final Path folder;
  private final String password = Passwords.random();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Postgres postgres;
  private final PackagedServer server;
  private final GitHttpServer git;
  private final GitDaemon daemon;

  private BenchWorld(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    Path repositories = Files.createDirectories(folder.resolve("git"));
    this.postgres = closing(Postgres.start(folder.resolve("postgres"), Map.of()));
    this.server =
        closing(
            PackagedServer.start(
                new PackagedServer.Settings(
                    folder.resolve("server"), 0, password, databaseSettings(), JVM_OPTIONS)));
    this.git = closing(GitHttpServer.start(repositories, password));
    this.daemon = closing(GitDaemon.start(repositories));
  }

  static BenchWorld start() throws IOException, InterruptedException {
    Path parent = Files.createDirectories(Checkout.root().resolve("target/bench"));
    BenchWorld world = new BenchWorld(Files.createTempDirectory(parent, "run-"));
    world.configureGit();
    return world;
  }

  Path folder() {
    return folder;
  }

  PackagedServer server() {
    return server;
  }

  Postgres postgres() {
    return postgres;
  }

  /** A Git server as teams have them: over HTTP with a login. Serves the same as the daemon. */
  GitHttpServer git() {
    return git;
  }

  String gitPassword() {
    return password;
  }

  /** A Git server that costs next to nothing. */
  GitDaemon daemon() {
    return daemon;
  }

  LaasApi api() {
    return server.api();
  }

  /** Requests as the administrator. */
  RequestBytes administrator() {
    String login = ADMINISTRATOR + ":" + password;
    return new RequestBytes(
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  /** Enqueues builds of these projects as the administrator. */
  BatchEnqueue batchEnqueue(List<String> projects) {
    return new BatchEnqueue(server.address(), administrator(), projects);
  }

  /** Starts an agent that is ended with this world, or before by the caller. */
  PackagedAgent agent(String executor) throws InterruptedException {
    return agent(Checkout.agentCommand(), executor);
  }

  /** As above, from another package; each has a name of its own. */
  PackagedAgent agent(List<String> program, String executor) throws InterruptedException {
    String name = executor + "-" + open.size();
    return closing(
        PackagedAgent.start(
            program,
            server.address(),
            server.api().joinToken(),
            new PackagedAgent.Settings(
                name, folder.resolve("agent-" + name), executor, 1, Map.of())));
  }

  /**
   * A project of which nothing is made but what its compile script does.
   *
   * @param repository an address, or a path on {@link #git()}
   * @param image what an agent with containers runs the script in
   * @param script the compile script
   */
  void project(String name, String repository, String image, String script)
      throws InterruptedException {
    api().put("/api/build-environments/" + name, Map.of("image", image, "pull_policy", "never"));
    api()
        .put(
            "/api/build-configurations/" + name,
            Map.of(
                "build_environment",
                name,
                "files",
                Map.of("compile.sh", script),
                "compile_script",
                "compile.sh",
                "packaging",
                Map.of("kind", "none")));
    api()
        .put(
            "/api/projects/" + name,
            Map.of("project_type", "other", "repository", repository, "build_configuration", name));
  }

  /** Builds the main branch to its end, which must be good. */
  Build build(String project, Map<String, String> parameters) throws InterruptedException {
    Build queued = api().enqueue(project, "branch", "main", parameters);
    // Held by the server until the build has ended, so that nobody's looking takes processor time.
    api().get("/api/builds/" + queued.id() + "?wait=" + HOLD_SECONDS);
    return api().await(queued.id(), build -> build.state().equals("succeeded"), BUILD_LIMIT);
  }

  private Map<String, String> databaseSettings() {
    return Map.of(
        "LAAS_DATABASE_URL", postgres.url(),
        "LAAS_DATABASE_USERNAME", postgres.username(),
        "LAAS_DATABASE_PASSWORD", postgres.password());
  }

  private void configureGit() throws InterruptedException {
    api()
        .put(
            "/api/git-servers/bench",
            Map.of(
                "kind",
                "generic",
                "address",
                "http://127.0.0.1",
                "port",
                git.port(),
                "username",
                GitHttpServer.USERNAME,
                "password",
                password,
                "is_default",
                true));
  }

  private <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  @Override
  public void close() {
    for (AutoCloseable resource : open.reversed()) {
      try {
        resource.close();
      } catch (Exception e) {
        System.err.println("laas bench: " + e.getMessage());
      }
    }
    Leftovers.deleteAllButLogs(folder);
  }
}
