package org.laassoa.endtoend.bench;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** What a claim and a completion take on an empty queue, and after years of use. */
final class GrowthBench {

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int queued;
  private final int ended;
  private final int claims;

  GrowthBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.queued = scale.of(1_000_000, 20_000);
    this.ended = scale.of(5_000_000, 100_000);
    this.claims = scale.of(5_000, 200);
  }

  void run() throws InterruptedException, SQLException {
    BatchEnqueue enqueue = world.batchEnqueue(BenchProjects.configure(world));
    AgentFleet agent = new AgentFleet(world.server().address(), AgentRows.add(world.postgres(), 1));
    enqueue.perSecond(2 * claims + BatchEnqueue.BATCH);
    agent.drain(claims, 1);
    AgentFleet.Drained empty = agent.drain(claims, 1);
    System.err.printf(
        "laas bench: adding %,d queued and %,d ended builds, which takes a while%n", queued, ended);
    QueueFill.add(world.postgres(), queued, ended);
    agent.drain(claims, 1);
    AgentFleet.Drained full = agent.drain(claims, 1);
    report(
        "claim", Figure.times("claim_on_empty", empty.ledger().claims()), full.ledger().claims());
    report(
        "complete",
        Figure.times("complete_on_empty", empty.ledger().completions()),
        full.ledger().completions());
  }

  private void report(String name, Figure empty, Histogram full) {
    report.accept(empty);
    report.accept(
        Figure.times(name + "_on_full", full)
            .under("queued", queued)
            .under("ended", ended)
            .comparedTo(empty)
            .mustReach(Target.atMost(Measure.RATIO, 1.2)));
  }
}
