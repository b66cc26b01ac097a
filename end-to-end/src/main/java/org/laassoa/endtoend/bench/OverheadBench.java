package org.laassoa.endtoend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.git.Git;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * What a trivial build costs, from enqueued to succeeded, with the branch already checked out: in a
 * container against {@code docker run --rm IMAGE true}, and as a process against {@code git
 * ls-remote}, which both pay for: the agent asks what the branch stands for each time.
 */
final class OverheadBench {

  private static final String PROJECT = "trivial";

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int warmUp;
  private final int rounds;

  OverheadBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.warmUp = scale.of(5, 1);
    this.rounds = scale.of(20, 2);
  }

  void run() throws InterruptedException {
    GitRepository.create(world.git().root(), "trivial.git", world.folder().resolve("trivial-work"))
        .write("README", "nothing to build\n")
        .commit("Nothing to build");
    Optional<Engine> engine = Engine.find();
    if (engine.isPresent()) {
      containers(engine.get());
    } else {
      System.err.println("laas bench: no container engine answers, containers are left out");
    }
    processes();
  }

  private void containers(Engine engine) throws InterruptedException {
    String image =
        Optional.ofNullable(System.getenv("LAAS_BENCH_IMAGE")).orElse("laas-test/busybox:1");
    if (!engine.hasImage(image)) {
      System.err.println(
          "laas bench: the engine has no " + image + ": set LAAS_BENCH_IMAGE, or run .ci/world-up");
      return;
    }
    project(image);
    List<Double> builds = new ArrayList<>();
    List<Double> runs = new ArrayList<>();
    try (PackagedAgent agent = world.agent("docker")) {
      for (int round = -warmUp; round < rounds; round++) {
        double build = build();
        Stopwatch run = new Stopwatch();
        engine.docker("run", "--rm", image, "true");
        double engineAlone = run.milliseconds();
        if (round >= 0) {
          builds.add(build);
          runs.add(engineAlone);
        }
      }
    }
    Figure alone = Figure.times("docker_run", runs);
    report.accept(alone);
    report.accept(
        Figure.times("container_build", builds)
            .comparedTo(alone)
            .mustReach(Target.atMost(Measure.RATIO, 1.3)));
  }

  private void processes() throws InterruptedException {
    project("none");
    List<Double> builds = new ArrayList<>();
    List<Double> looks = new ArrayList<>();
    try (PackagedAgent agent = world.agent("process")) {
      for (int round = -warmUp; round < rounds; round++) {
        double build = build();
        Stopwatch look = new Stopwatch();
        Git.run(world.folder(), "ls-remote", "-q", repository(), "main");
        double gitAlone = look.milliseconds();
        if (round >= 0) {
          builds.add(build);
          looks.add(gitAlone);
        }
      }
    }
    Figure git = Figure.times("git_ls_remote", looks);
    report.accept(git);
    report.accept(
        Figure.times("process_build", builds)
            .comparedTo(git)
            .mustReach(Target.atMost(Measure.P50, 50)));
  }

  private double build() throws InterruptedException {
    Stopwatch build = new Stopwatch();
    world.build(PROJECT, Map.of());
    return build.milliseconds();
  }

  private void project(String image) throws InterruptedException {
    world.project(PROJECT, repository(), image, "true\n");
  }

  /** By the cheapest of Git's servers: what is measured is not Git. */
  private String repository() {
    return world.daemon().url("trivial.git").toString();
  }
}
