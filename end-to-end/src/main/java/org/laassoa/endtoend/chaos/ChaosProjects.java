package org.laassoa.endtoend.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.laassoa.endtoend.api.LaasApi;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.git.GitRepository;

/** The projects that are built, each with a real Git repository. */
final class ChaosProjects {

  /** Builds of one branch wait for each other on an agent: these do not. */
  static final int BRANCH_PROJECTS = 4;

  static final String TAG_PROJECT = "chaos-tag";
  static final String ONCE_PROJECT = "chaos-once";
  static final String TAG = "v1";

  /** Of each new commit: enough that a checkout can be cut in the middle. */
  static final int CONTENT_BYTES = 200_000;

  /** The most that a project can have: chaos takes more than the usual two. */
  private static final int ATTEMPTS = 10;

  private final LaasApi api;
  private final GitHttpServer git;
  private final Path work;
  private final Map<String, GitRepository> repositories = new LinkedHashMap<>();

  ChaosProjects(LaasApi api, GitHttpServer git, Path work) {
    this.api = api;
    this.git = git;
    this.work = work;
  }

  /**
   * Makes all of them.
   *
   * @param gitPort where agents find the Git server
   * @param gitPassword its login's
   * @param image what scripts run in, on agents that have an engine
   * @param world a word that each script has in its environment
   */
  void save(int gitPort, String gitPassword, String image, String world)
      throws InterruptedException {
    Map<String, Object> server = new HashMap<>();
    server.put("kind", "generic");
    server.put("address", "http://127.0.0.1");
    server.put("port", gitPort);
    server.put("username", GitHttpServer.USERNAME);
    server.put("password", gitPassword);
    server.put("is_default", true);
    api.put("/api/git-servers/chaos", server);
    api.put("/api/build-environments/chaos", Map.of("image", image, "pull_policy", "never"));
    configuration("chaos", true);
    configuration("chaos-once", false);
    for (int i = 0; i < BRANCH_PROJECTS; i++) {
      project("chaos-" + i, "chaos", world);
    }
    project(TAG_PROJECT, "chaos", world);
    project(ONCE_PROJECT, "chaos-once", world);
  }

  /** Commits something new to a project, so that the next checkout has something to fetch. */
  void commit(String project, long seed) {
    byte[] content = new byte[CONTENT_BYTES / 2];
    new SplittableRandom(seed).nextBytes(content);
    GitRepository repository = Objects.requireNonNull(repositories.get(project), project);
    // As hexadecimal digits, since Git compresses: what is left is about what it was.
    repository.write("content", HexFormat.of().formatHex(content));
    repository.commit("Content " + seed);
    if (project.equals(TAG_PROJECT)) {
      repository.tag(TAG);
    }
  }

  private void configuration(String name, boolean mayRepeat) throws InterruptedException {
    api.put(
        "/api/build-configurations/" + name,
        Map.of(
            "build_environment",
            "chaos",
            "files",
            Map.of("compile.sh", PlannedBuild.SCRIPT),
            "compile_script",
            "compile.sh",
            "compile_may_repeat",
            mayRepeat,
            "packaging",
            Map.of("kind", "none")));
  }

  private void project(String name, String configuration, String world)
      throws InterruptedException {
    repositories.put(name, GitRepository.create(git.root(), name + ".git", work.resolve(name)));
    api.put(
        "/api/projects/" + name,
        Map.of(
            "project_type",
            "other",
            "repository",
            name + ".git",
            "build_configuration",
            configuration,
            "max_attempts",
            ATTEMPTS,
            "variables",
            Map.of(Leftovers.MARK, world)));
    commit(name, name.hashCode());
  }
}
