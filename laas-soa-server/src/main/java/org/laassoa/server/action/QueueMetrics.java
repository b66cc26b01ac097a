package org.laassoa.server.action;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/**
 * How many actions wait and run, as gauges {@code laas_actions} by state. Counted now and then, not
 * at each scrape: how often somebody scrapes is no business of the database's.
 */
@ApplicationScoped
class QueueMetrics {

  private final ActionQueue queue;
  private volatile Map<ActionState, Long> counts = Map.of();

  QueueMetrics(ActionQueue queue, MeterRegistry registry) {
    this.queue = queue;
    for (ActionState state : ActionState.values()) {
      if (!state.ended()) {
        Gauge.builder("laas.actions", () -> Objects.requireNonNullElse(counts.get(state), 0L))
            .description("Actions that have not ended, by state")
            .tag("state", state.wireName())
            .register(registry);
      }
    }
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void count() {
    counts = queue.countUnended();
  }
}
