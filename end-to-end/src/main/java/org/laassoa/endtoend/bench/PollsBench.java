package org.laassoa.endtoend.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.laassoa.endtoend.bench.wire.IdleAgents;
import org.laassoa.endtoend.load.Load;
import org.laassoa.endtoend.load.Measured;

/**
 * Polls of agents with nothing to do: how many the server answers, how fast, and what they cost it,
 * beside an endpoint of the same framework that reads the same body and does nothing.
 */
final class PollsBench {

  /** So many agents, each of which polls twice a second, need twice as many answers a second. */
  private static final int AGENTS = 25_000;

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int agents;
  private final int connections;
  private final int rate;
  private final Duration duration;
  private final Duration warmUp;

  PollsBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.agents = scale.of(AGENTS, 1_000);
    this.connections = scale.of(1_000, 100);
    this.rate = scale.of(2 * AGENTS, 1_000);
    this.duration = Duration.ofMillis(scale.of(10_000, 500));
    this.warmUp = Duration.ofMillis(scale.of(5_000, 500));
  }

  /**
   * What one server did.
   *
   * @param fast a closed loop at full speed
   * @param cpu processor time that the server took for that
   * @param paced an open loop
   */
  private record Run(Measured fast, Duration cpu, Measured paced) {

    double cpuMicrosPerAnswer() {
      return cpu.toNanos() / 1e3 / fast.answers();
    }
  }

  void run() throws InterruptedException, SQLException {
    Thread.sleep(warmUp);
    ProcessMeter server = new ProcessMeter(world.server().process().pid());
    report.accept(
        Figure.of("server_memory_idle", "MB", server.memory())
            .mustReach(Target.atMost(Measure.VALUE, 250)));
    List<String> tokens = AgentRows.add(world.postgres(), agents);
    Run bare = bare(tokens);
    SqlMeter sql = new SqlMeter(world.postgres());
    long atRest = sql.transactions();
    Thread.sleep(duration.multipliedBy(2));
    long whenIdle = sql.transactions() - atRest;
    try (Load load = connect(world.server().address(), "/consume_action", tokens)) {
      warmUp(load);
      long before = sql.transactions();
      Run polls = measure(load, server);
      reportTransactions(polls, sql.transactions() - before, whenIdle);
      report(polls, bare);
      report.accept(
          Figure.of("server_memory_polled", "MB", server.memory())
              .under("agents", agents)
              .mustReach(Target.atMost(Measure.VALUE, 500)));
    }
  }

  private void reportTransactions(Run polls, long transactions, long whenIdle) {
    long answers = polls.fast().answers() + polls.paced().answers();
    report.accept(
        Figure.of("idle_poll_transactions", "1/poll", (transactions - whenIdle) / (double) answers)
            .under("transactions", transactions)
            .under("transactions_when_idle", whenIdle)
            .under("polls", answers)
            .mustReach(Target.atMost(Measure.VALUE, 0.001)));
  }

  private Run bare(List<String> tokens) throws InterruptedException {
    try (BareEndpoint endpoint = BareEndpoint.start(world.folder());
        Load load = connect(endpoint.address(), "/bare", tokens)) {
      warmUp(load);
      return measure(load, new ProcessMeter(endpoint.pid()));
    }
  }

  /** An agent's first poll is a look into the database: each has polled before it counts. */
  private void warmUp(Load load) {
    for (long polls = 0; polls < 2L * agents; ) {
      polls += load.asFastAsPossible(warmUp).answers();
    }
  }

  private Run measure(Load load, ProcessMeter server) {
    Duration before = server.cpu();
    Measured fast = load.asFastAsPossible(duration);
    Duration cpu = server.cpu().minus(before);
    return new Run(fast, cpu, load.atRate(rate, duration));
  }

  private void report(Run polls, Run bare) {
    Figure bareRate = Figure.of("bare_endpoint", "1/s", bare.fast().perSecond());
    report.accept(bareRate.under("connections", connections));
    report.accept(
        Figure.of("idle_polls", "1/s", polls.fast().perSecond())
            .under("agents", agents)
            .under("connections", connections)
            .comparedTo(bareRate)
            .mustReach(
                Target.atLeast(Measure.VALUE, 2 * AGENTS), Target.atLeast(Measure.RATIO, 0.5)));
    Figure bareTime = Figure.times("bare_endpoint_at_rate", bare.paced().nanos());
    report.accept(bareTime.under("offered_per_second", rate));
    report.accept(
        Figure.times("idle_poll_at_rate", polls.paced().nanos())
            .under("offered_per_second", rate)
            .under("answered_per_second", Math.round(polls.paced().perSecond()))
            .comparedTo(bareTime)
            .mustReach(Target.atMost(Measure.P99, 50)));
    Figure loadCpu = Figure.of("load_cpu_per_poll", "us", polls.fast().cpuMicrosPerAnswer());
    report.accept(loadCpu);
    report.accept(
        Figure.of("bare_endpoint_cpu", "us", bare.cpuMicrosPerAnswer()).comparedTo(loadCpu));
    report.accept(
        Figure.of("server_cpu_per_poll", "us", polls.cpuMicrosPerAnswer()).comparedTo(loadCpu));
  }

  /** Each connection is shared by as many agents as the others. */
  private Load connect(URI server, String path, List<String> tokens) {
    int shared = agents / connections;
    return Load.connect(
        server,
        IntStream.range(0, connections)
            .mapToObj(i -> new IdleAgents(path, tokens.subList(i * shared, (i + 1) * shared)))
            .toList());
  }
}
