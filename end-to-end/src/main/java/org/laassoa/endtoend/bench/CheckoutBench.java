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
 * same HTTP server: the first clone of an agent that has just started, later clones, a fetch of ten
 * commits with its checkout, and one that finds nothing new.
 */
final class CheckoutBench {

  private static final int COMMITS_A_FETCH = 10;

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final Map<String, String> login;
  private final int files;
  private final int commits;
  private final int freshAgents;
  private final int rounds;

  CheckoutBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.files = scale.of(5_000, 200);
    this.commits = scale.of(2_000, 50);
    this.freshAgents = scale.of(3, 1);
    this.rounds = scale.of(5, 1);
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
        "laas bench: making a repository of %d files and %d commits%n", files, commits);
    GeneratedRepository repository =
        GeneratedRepository.create(world.git().root().resolve("large.git"), files, commits);
    firstClones();
    laterCheckouts(repository);
  }

  /** What a user meets first: an agent that has just started and knows nothing yet. */
  private void firstClones() throws InterruptedException {
    Pair clone = new Pair("first_clone");
    for (int round = 0; round < freshAgents; round++) {
      try (PackagedAgent agent = world.agent("process")) {
        String project = newWorkspace("first" + round);
        clone.agent.add(checkout(project));
        clone.git.add(gitClone(world.folder().resolve(project)));
      }
    }
    clone.report();
  }

  private void laterCheckouts(GeneratedRepository repository) throws InterruptedException {
    Pair clone = new Pair("clone");
    Pair fetch = new Pair("fetch");
    Pair nothing = new Pair("fetch_nothing");
    try (PackagedAgent agent = world.agent("process")) {
      checkout(newWorkspace("warm-up"));
      for (int round = 0; round < rounds; round++) {
        String project = newWorkspace("clone" + round);
        Path copy = world.folder().resolve(project);
        clone.agent.add(checkout(project));
        clone.git.add(gitClone(copy));
        repository.add(COMMITS_A_FETCH);
        fetch.agent.add(checkout(project));
        fetch.git.add(gitFetch(copy));
        nothing.agent.add(checkout(project));
        nothing.git.add(gitFetch(copy));
      }
    }
    clone.report();
    fetch.report();
    nothing.report();
  }

  /** The same work, timed in turn: the machine's mood is the same for both. */
  private final class Pair {
    private final String name;
    private final List<Double> agent = new ArrayList<>();
    private final List<Double> git = new ArrayList<>();

    Pair(String name) {
      this.name = name;
    }

    void report() {
      Figure theirs = Figure.times("git_" + name, git);
      report.accept(theirs);
      report.accept(
          Figure.times("agent_" + name, agent)
              .comparedTo(theirs)
              .mustReach(Target.atMost(Measure.RATIO, 1.5)));
    }
  }

  /** Another name of the same repository: a workspace that the agent has not seen. */
  private String newWorkspace(String name) throws InterruptedException {
    link(world.git().root().resolve(name + ".git"), world.git().root().resolve("large.git"));
    world.project(name, name + ".git", "none", "true\n");
    return name;
  }

  private double gitClone(Path copy) {
    String url = world.git().url("large.git").toString();
    return git(world.folder(), "clone", "-q", url, copy.toString());
  }

  /** All that the agent's checkout does: fetch, bring the source to the commit, clean it. */
  private double gitFetch(Path copy) {
    return git(copy, "fetch", "-q", "origin")
        + git(copy, "reset", "-q", "--hard", "origin/main")
        + git(copy, "clean", "-ffdxq");
  }

  private double checkout(String project) throws InterruptedException {
    return world.build(project, Map.of()).step("checkout").took().toNanos() / 1e6;
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
