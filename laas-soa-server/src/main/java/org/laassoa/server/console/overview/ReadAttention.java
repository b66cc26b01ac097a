package org.laassoa.server.console.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.laassoa.server.agent.AgentView;
import org.laassoa.server.build.BuildStatistics;
import org.laassoa.server.build.WaitingLanes;
import org.laassoa.server.delivery.FailedDeliveries;
import org.laassoa.server.provisioning.OperationViews;

/** Reads what needs attention. */
@ApplicationScoped
class ReadAttention {

  private static final Duration LATELY = Duration.ofHours(24);

  private final WaitingLanes lanes;
  private final BuildStatistics statistics;
  private final FailedDeliveries deliveries;
  private final OperationViews operations;
  private final Clock clock;

  ReadAttention(
      WaitingLanes lanes,
      BuildStatistics statistics,
      FailedDeliveries deliveries,
      OperationViews operations,
      Clock clock) {
    this.operations = operations;
    this.lanes = lanes;
    this.statistics = statistics;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * What needs attention.
   *
   * @param everything whether of what belongs to no single project too
   */
  List<Attention> read(List<AgentView> agents, boolean everything) {
    FindAttention find = new FindAttention();
    find.inLanes(lanes.list(), agents);
    find.failing(statistics.failing());
    if (everything) {
      find.among(agents);
      find.on(operations.newest().values());
      find.deliveries(deliveries.since(clock.instant().minus(LATELY)));
    }
    return find.found();
  }
}
