package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.laassoa.endtoend.git.GitRepository;
import org.laassoa.endtoend.process.PackagedAgent;

/**
 * What the agent takes of a build machine, in each form that has been built: the file, the time
 * from its start to its first poll, and the memory while it waits for work and while it ships a
 * large log.
 */
final class AgentBench {

  private static final String PROJECT = "agent-log";
  private static final Duration GREETING_LIMIT = Duration.ofMinutes(1);
  private static final long LOOK_MILLIS = 100;

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int starts;
  private final int megabytes;
  private final Duration idle;

  AgentBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.starts = scale.of(20, 2);
    this.megabytes = scale.of(200, 4);
    this.idle = Duration.ofSeconds(scale.of(60, 1));
  }

  void run() throws IOException, InterruptedException {
    GitRepository.create(world.git().root(), PROJECT + ".git", world.folder().resolve(PROJECT))
        .write("README", "prints a file\n")
        .commit("Nothing to build");
    world.project(
        PROJECT, world.daemon().url(PROJECT + ".git").toString(), "none", "cat \"$PRINTED\"\n");
    for (AgentPackage agent : AgentPackage.built(world.folder())) {
      measure(agent);
    }
  }

  private void measure(AgentPackage agent) throws IOException, InterruptedException {
    report(agent, Figure.of("agent_file", "MB", Files.size(agent.file()) / 1e6), atMost(70));
    report(
        agent, Figure.times("agent_first_poll", firstPolls(agent)), Target.atMost(Measure.P50, 50));
    report(agent, Figure.of("agent_memory_idle", "MB", idleMemory(agent)), atMost(55));
    report(
        agent,
        Figure.of("agent_memory_log", "MB", logMemory(agent)).under("megabytes", megabytes),
        atMost(90));
  }

  private void report(AgentPackage agent, Figure figure, Target target) {
    report.accept(figure.under("agent", agent.form()).mustReach(target));
  }

  private static Target atMost(double megabytes) {
    return Target.atMost(Measure.VALUE, megabytes);
  }

  /** From its start to its first poll, in milliseconds, by an agent that has joined before. */
  private List<Double> firstPolls(AgentPackage agent) throws IOException, InterruptedException {
    Path root = world.folder().resolve("starting-" + agent.form());
    PackagedAgent.Settings settings =
        new PackagedAgent.Settings(agent.form(), root, "process", 1, Map.of());
    List<Double> times = new ArrayList<>();
    try (PollWatch watch = PollWatch.start()) {
      String joinToken = "bench";
      for (int round = -1; round < starts; round++) {
        watch.forget();
        long start = System.nanoTime();
        try (PackagedAgent started =
            PackagedAgent.start(agent.program(), watch.address(), joinToken, settings)) {
          double time = (watch.awaitPoll() - start) / 1e6;
          if (round >= 0) {
            times.add(time);
          }
        }
        joinToken = "";
      }
    }
    return times;
  }

  /** Its memory after a minute without work and with the doorbell, in MB. */
  private double idleMemory(AgentPackage agent) throws InterruptedException {
    try (PackagedAgent started = world.agent(agent.program(), "process")) {
      awaitDoorbell(started.settings().name());
      Thread.sleep(idle);
      return new ProcessMeter(started.process().pid()).memory();
    }
  }

  private void awaitDoorbell(String name) throws InterruptedException {
    long deadline = System.nanoTime() + GREETING_LIMIT.toNanos();
    while (!pickUp(name).equals("doorbell")) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the agent has not got the doorbell within a minute");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private String pickUp(String name) throws InterruptedException {
    for (JsonNode agent : world.api().get("/api/agents?size=100").path("items")) {
      if (agent.path("name").asText().equals(name)) {
        return agent.path("pick_up").asText();
      }
    }
    return "";
  }

  /** The most memory that it has had after a build that prints a large file, in MB. */
  private double logMemory(AgentPackage agent) throws IOException, InterruptedException {
    LogFile file = LogFile.create(world.folder().resolve("printed"), LogBytes.TEXT, megabytes);
    try (PackagedAgent started = world.agent(agent.program(), "process")) {
      world.build(PROJECT, Map.of("PRINTED", file.path().toString()));
      return new ProcessMeter(started.process().pid()).peakMemory();
    } finally {
      Files.delete(file.path());
    }
  }
}
