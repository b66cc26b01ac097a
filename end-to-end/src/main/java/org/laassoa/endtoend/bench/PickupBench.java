package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.laassoa.endtoend.bench.wire.Arrivals;
import org.laassoa.endtoend.bench.wire.ListeningAgent;
import org.laassoa.endtoend.bench.wire.PickUp;
import org.laassoa.endtoend.load.HttpConnection;

/**
 * From the answer to an enqueue until an agent has the build, by each way in which agents learn of
 * work, with one agent connected and with many.
 */
final class PickupBench {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The interval of plain polls: builds come at any time within it. */
  private static final int INTERVAL_MILLIS = 500;

  private final BenchWorld world;
  private final Scale scale;
  private final Consumer<Figure> report;

  PickupBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.scale = scale;
    this.report = report;
  }

  void run() throws InterruptedException, SQLException {
    String project = BenchProjects.configure(world).getFirst();
    for (PickUp way : PickUp.values()) {
      for (int count : List.of(1, scale.of(1_000, 20))) {
        Agents agents;
        try {
          agents = connect(way, count);
        } catch (CompletionException e) {
          System.err.println("laas bench: the server has no doorbell, left out: " + e.getMessage());
          break;
        }
        List<Double> times = times(way, project, agents.arrivals);
        agents.stop();
        report.accept(
            Figure.times("pickup_" + way.word(), times)
                .under("agents", count)
                .mustReach(targets(way)));
      }
    }
  }

  private static Target[] targets(PickUp way) {
    return switch (way) {
      case DOORBELL, HELD_POLL ->
          new Target[] {Target.atMost(Measure.P50, 5), Target.atMost(Measure.P99, 20)};
      case POLL -> new Target[] {Target.atMost(Measure.MEAN, 260)};
    };
  }

  private List<Double> times(PickUp way, String project, Arrivals arrivals)
      throws InterruptedException {
    int rounds = way == PickUp.POLL ? scale.of(100, 3) : scale.of(500, 10);
    int warmUp = way == PickUp.POLL ? 1 : scale.of(50, 3);
    List<Double> times = new ArrayList<>();
    ByteBuffer enqueue =
        world
            .administrator()
            .json("/api/projects/" + project + "/builds", "{\"type\":\"branch\",\"ref\":\"main\"}");
    try (HttpConnection client = HttpConnection.open(world.server().address())) {
      for (int round = -warmUp; round < rounds; round++) {
        if (way == PickUp.POLL) {
          Thread.sleep(ThreadLocalRandom.current().nextInt(INTERVAL_MILLIS));
        }
        String answer = client.ask(enqueue.rewind()).require();
        long answered = System.nanoTime();
        long arrived = arrivals.await(id(answer), LIMIT);
        if (round >= 0) {
          // The agent may have it before whoever enqueued it has the answer.
          times.add(Math.max(0, arrived - answered) / 1e6);
        }
      }
    }
    return times;
  }

  private static long id(String build) {
    try {
      return JSON.readTree(build).path("id").asLong();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Agents connect(PickUp way, int count) throws InterruptedException, SQLException {
    Arrivals arrivals = new Arrivals();
    var place = new ListeningAgent.Place(world.server().address(), way, scale.of(30, 2), arrivals);
    List<ListeningAgent> agents =
        AgentRows.add(world.postgres(), count).stream()
            .map(token -> new ListeningAgent(place, token))
            .toList();
    List<Thread> threads =
        agents.stream().map(agent -> Thread.ofVirtual().name("agent").start(agent)).toList();
    for (ListeningAgent agent : agents) {
      agent.awaitListening();
    }
    return new Agents(agents, threads, arrivals);
  }

  private record Agents(List<ListeningAgent> all, List<Thread> threads, Arrivals arrivals) {
    void stop() throws InterruptedException {
      all.forEach(ListeningAgent::stop);
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }
}
