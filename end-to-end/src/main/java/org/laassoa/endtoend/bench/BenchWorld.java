package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laassoa.endtoend.api.Build;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.process.Checkout;
import org.laassoa.endtoend.process.PackagedAgent;
import org.laassoa.endtoend.process.PackagedServer;
import org.laassoa.endtoend.process.Passwords;

/** A server, a Git server and the agents that the figures are taken with. */
final class BenchWorld implements AutoCloseable {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

  private final Path folder;
  private final PackagedServer server;
  private final GitHttpServer git;
  private final String gitPassword;
  private final List<AutoCloseable> open = new ArrayList<>();

  private BenchWorld(Path folder, PackagedServer server, GitHttpServer git, String gitPassword) {
    this.folder = folder;
    this.server = server;
    this.git = git;
    this.gitPassword = gitPassword;
  }

  static BenchWorld start() throws IOException, InterruptedException {
    Path parent = Files.createDirectories(Checkout.root().resolve("target/bench"));
    Path folder = Files.createTempDirectory(parent, "run-");
    PackagedServer server =
        PackagedServer.start(
            new PackagedServer.Settings(
                folder.resolve("server"), 0, Passwords.random(), Map.of(), List.of()));
    String gitPassword = Passwords.random();
    GitHttpServer git =
        GitHttpServer.start(Files.createDirectories(folder.resolve("git")), gitPassword);
    BenchWorld world = new BenchWorld(folder, server, git, gitPassword);
    world.configureGit();
    return world;
  }

  Path folder() {
    return folder;
  }

  GitHttpServer git() {
    return git;
  }

  String gitPassword() {
    return gitPassword;
  }

  LaasApi api() {
    return server.api();
  }

  /** Starts an agent that is ended with this world, or before by the caller. */
  PackagedAgent agent(String executor) throws InterruptedException {
    PackagedAgent agent =
        PackagedAgent.start(
            server.address(),
            server.api().joinToken(),
            new PackagedAgent.Settings(
                executor, folder.resolve("agent-" + executor), executor, 1, Map.of()));
    open.add(agent);
    return agent;
  }

  /** A project whose compile script does nothing, in an environment of that image. */
  void project(String name, String repository, String image) throws InterruptedException {
    api().put("/api/build-environments/bench", Map.of("image", image, "pull_policy", "never"));
    api()
        .put(
            "/api/build-configurations/bench",
            Map.of(
                "build_environment",
                "bench",
                "files",
                Map.of("compile.sh", "true\n"),
                "compile_script",
                "compile.sh",
                "packaging",
                Map.of("kind", "none")));
    Map<String, Object> project = new HashMap<>();
    project.put("project_type", "other");
    project.put("repository", repository);
    project.put("build_configuration", "bench");
    api().put("/api/projects/" + name, project);
  }

  /** Builds the main branch to its end, which must be good. */
  Build build(String project) throws InterruptedException {
    Build queued = api().enqueue(project, "branch", "main", Map.of());
    return api().await(queued.id(), build -> build.state().equals("succeeded"), BUILD_LIMIT);
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
                gitPassword,
                "is_default",
                true));
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
    git.close();
    server.close();
  }
}
