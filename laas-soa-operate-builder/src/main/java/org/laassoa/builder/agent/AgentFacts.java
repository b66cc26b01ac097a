package org.laassoa.builder.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.laassoa.builder.disk.Caches;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.wire.Holding;

/**
 * What an agent that runs says of itself; no secret is among it.
 *
 * @param holding what it holds
 */
record AgentFacts(
    Settings settings,
    String version,
    Instant started,
    Supplier<List<Holding>> holding,
    Caches caches,
    Optional<ContainerEngine> engine)
    implements Supplier<List<String>> {

  @Override
  public List<String> get() {
    List<String> lines = new ArrayList<>();
    lines.add("version " + version + ", Java " + Runtime.version());
    lines.add("up for " + Duration.between(started, Instant.now()).toSeconds() + " s");
    lines.add(
        "settings: server %s, name %s, actions %s, labels %s, capacity %d, root %s, executor %s, pick-up %s, grace %d s, disk %s"
            .formatted(
                settings.server(),
                settings.name(),
                settings.actions(),
                settings.labels(),
                settings.capacity(),
                settings.root(),
                settings.executor().word(),
                settings.pickUp(),
                settings.grace().toSeconds(),
                settings.disk()));
    holding
        .get()
        .forEach(
            one ->
                lines.add(
                    "holds %s, attempt %d, in the step %s"
                        .formatted(one.actionId(), one.attempt(), one.step())));
    lines.addAll(caches.summary());
    engine.ifPresent(
        one ->
            one.containers()
                .forEach(
                    container ->
                        lines.add(
                            "container %s of %s, %s"
                                .formatted(
                                    container.name(),
                                    container.created(),
                                    container.running() ? "runs" : "has ended"))));
    return lines;
  }
}
