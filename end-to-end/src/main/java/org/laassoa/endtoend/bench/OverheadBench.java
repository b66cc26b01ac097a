package org.laassoa.endtoend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.laassoa.endtoend.engine.Engine;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * What a trivial build costs, from enqueued to succeeded, with the branch already checked out: in a
 * container against {@code docker run --rm IMAGE true}, and as a process.
 */
final class OverheadBench {

  private static final String PROJECT = "trivial";
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 20;

  private final BenchWorld world;
  private final Consumer<Figure> report;

  OverheadBench(BenchWorld world, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
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
    world.project(PROJECT, "trivial.git", image);
    List<Double> builds = new ArrayList<>();
    List<Double> runs = new ArrayList<>();
    try (PackagedAgent agent = world.agent("docker")) {
      for (int round = -WARM_UP; round < ROUNDS; round++) {
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
    Figure alone = Figure.of("docker_run_ms", runs);
    report.accept(alone);
    report.accept(Figure.of("container_build_ms", builds).comparedTo(alone));
  }

  private void processes() throws InterruptedException {
    world.project(PROJECT, "trivial.git", "none");
    List<Double> builds = new ArrayList<>();
    try (PackagedAgent agent = world.agent("process")) {
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        double build = build();
        if (round >= 0) {
          builds.add(build);
        }
      }
    }
    report.accept(Figure.of("process_build_ms", builds));
  }

  private double build() throws InterruptedException {
    Stopwatch build = new Stopwatch();
    world.build(PROJECT);
    return build.milliseconds();
  }
}
