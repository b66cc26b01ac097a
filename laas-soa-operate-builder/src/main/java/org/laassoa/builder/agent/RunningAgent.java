package org.laassoa.builder.agent;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The agent of this process, so that a signal to the process can end it in order. */
@ApplicationScoped
public class RunningAgent {

  private final Vertx vertx;
  private final AtomicReference<@Nullable Agent> agent = new AtomicReference<>();

  /** No agent yet. */
  public RunningAgent(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Starts an agent and runs it until it ends. */
  int run(Settings settings, String version) throws StartFailure {
    try (Agent started = Agent.start(settings, version, vertx)) {
      agent.set(started);
      return started.run();
    } finally {
      agent.set(null);
    }
  }

  /** SIGTERM and SIGINT arrive here. */
  void onShutdown(@Observes ShutdownEvent event) {
    Agent current = agent.get();
    if (current != null) {
      current.stop();
    }
  }
}
