package org.laassoa.endtoend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.laassoa.endtoend.git.Git;
import org.laassoa.endtoend.git.GitHttpServer;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * The agent's checkout step, as it reports it, against {@code git} on the same repository over the
 * same HTTP server: a clone, and a fetch of ten commits with its checkout.
 */
final class CheckoutBench {

  private static final int ROUNDS = 5;
  private static final int COMMITS_A_FETCH = 10;

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final Map<String, String> login;

  CheckoutBench(BenchWorld world, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    String credentials = GitHttpServer.USERNAME + ":" + world.gitPassword();
    // By environment, since everybody on the machine can read a command line.
    this.login =
        Map.of(
            "GIT_CONFIG_COUNT", "1",
            "GIT_CONFIG_KEY_0", "http.extraHeader",
            "GIT_CONFIG_VALUE_0",
                "Authorization: Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  void run() throws InterruptedException {
    System.err.printf(
        "laas bench: making a repository of %d files and %d commits%n",
        GeneratedRepository.FILES, GeneratedRepository.COMMITS);
    GeneratedRepository repository =
        GeneratedRepository.create(world.git().root().resolve("large0.git"));
    List<Double> agentClones = new ArrayList<>();
    List<Double> gitClones = new ArrayList<>();
    List<Double> agentFetches = new ArrayList<>();
    List<Double> gitFetches = new ArrayList<>();
    try (PackagedAgent agent = world.agent("process")) {
      world.project("warm-up", "large0.git", "none");
      world.build("warm-up");
      for (int round = 0; round < ROUNDS; round++) {
        // Another name of the same repository: a workspace that the agent has not seen.
        Path link = world.git().root().resolve("clone" + round + ".git");
        link(link, world.git().root().resolve("large0.git"));
        world.project("clone" + round, "clone" + round + ".git", "none");
        agentClones.add(checkout("clone" + round));
        Path copy = world.folder().resolve("copy" + round);
        gitClones.add(
            git(
                world.folder(),
                "clone",
                "-q",
                world.git().url("large0.git").toString(),
                copy.toString()));
        repository.add(COMMITS_A_FETCH);
        agentFetches.add(checkout("clone" + round));
        double fetch = git(copy, "fetch", "-q", "origin");
        gitFetches.add(fetch + git(copy, "reset", "-q", "--hard", "origin/main"));
      }
    }
    compare("agent_clone_ms", agentClones, "git_clone_ms", gitClones);
    compare("agent_fetch_ms", agentFetches, "git_fetch_ms", gitFetches);
  }

  private void compare(String ours, List<Double> our, String theirs, List<Double> their) {
    Figure git = Figure.of(theirs, their);
    report.accept(git);
    report.accept(Figure.of(ours, our).comparedTo(git));
  }

  private double checkout(String project) throws InterruptedException {
    return world.build(project).step("checkout").took().toNanos() / 1e6;
  }

  private double git(Path directory, String... arguments) {
    Stopwatch time = new Stopwatch();
    Git.run(directory, login, arguments);
    return time.milliseconds();
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
