package org.laassoa.endtoend.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds enqueued in batches, then claimed and completed by many agents at once, all through HTTP,
 * beside plain claims on the same PostgreSQL: with the disk's flush as it is, and with one that
 * takes a millisecond.
 */
final class ClaimsBench {

  private static final int AGENTS = 64;
  private static final List<Integer> CAPACITIES = List.of(1, 16);

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int builds;
  private final int warmUpBuilds;

  ClaimsBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.builds = scale.of(100_000, 400);
    this.warmUpBuilds = scale.of(40_000, 200);
  }

  void run() throws InterruptedException, SQLException {
    BatchEnqueue enqueue = world.batchEnqueue(BenchProjects.configure(world));
    AgentFleet fleet =
        new AgentFleet(world.server().address(), AgentRows.add(world.postgres(), AGENTS));
    enqueue.perSecond(warmUpBuilds);
    fleet.drain(warmUpBuilds, 1);
    PlainClaims plain = PlainClaims.on(world.postgres());
    for (Flush flush : Flush.values()) {
      flush.set(world.postgres());
      Figure plainRate =
          Figure.of(plain.name(), "1/s", plain.perSecond(builds / PlainClaims.CLIENTS))
              .under("clients", PlainClaims.CLIENTS)
              .under("flush", flush.word());
      report.accept(plainRate);
      for (int capacity : CAPACITIES) {
        reportEnqueued(enqueue.perSecond(builds), flush);
        reportDrained(fleet.drain(builds, capacity), capacity, flush, plainRate);
      }
    }
    Flush.AS_IT_IS.set(world.postgres());
  }

  private void reportEnqueued(double perSecond, Flush flush) {
    report.accept(
        Figure.of("enqueue", "1/s", perSecond)
            .under("batch", BatchEnqueue.BATCH)
            .under("clients", BatchEnqueue.CLIENTS)
            .under("flush", flush.word())
            .mustReach(Target.atLeast(Measure.VALUE, 50_000)));
  }

  private void reportDrained(AgentFleet.Drained drained, int capacity, Flush flush, Figure plain) {
    List<Figure> figures =
        List.of(
            Figure.of("claim_and_complete", "1/s", drained.perSecond())
                .comparedTo(plain)
                .mustReach(Target.atLeast(Measure.RATIO, 1)),
            Figure.times("claim", drained.ledger().claims()),
            Figure.times("complete", drained.ledger().completions()));
    for (Figure figure : figures) {
      report.accept(
          figure.under("agents", AGENTS).under("capacity", capacity).under("flush", flush.word()));
    }
  }
}
