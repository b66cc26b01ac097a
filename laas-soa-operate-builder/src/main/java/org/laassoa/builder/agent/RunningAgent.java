package org.laassoa.builder.agent;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The agent of this process, so that signals to the process reach it. */
@ApplicationScoped
public class RunningAgent {

  private static final Logger LOG = Logger.getLogger(RunningAgent.class);

  private final Vertx vertx;
  private @Nullable Agent agent;
  private @Nullable Thread starting;
  private boolean told;

  /** No agent yet. */
  public RunningAgent(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Starts an agent and runs it until it ends; gives the process's exit code. */
  int run(Settings settings, String version) throws StartFailure {
    return run(settings, version, Agent::run);
  }

  /** Starts an agent that takes one action; gives the process's exit code. */
  int runOnce(Settings settings, String version, @Nullable Duration longest) throws StartFailure {
    return run(settings, version, agent -> agent.runOnce(longest));
  }

  @FunctionalInterface
  private interface Life {
    int of(Agent agent) throws StartFailure;
  }

  private int run(Settings settings, String version, Life life) throws StartFailure {
    starting();
    EndSignals.listen(this::end, this::leave);
    try (Agent started = Agent.start(settings, version, vertx)) {
      started(started);
      return life.of(started);
    } catch (StartFailure failure) {
      if (toldWhileStarting()) {
        return 0;
      }
      throw failure;
    } finally {
      started(null);
    }
  }

  private synchronized void starting() {
    starting = Thread.currentThread();
  }

  private synchronized void started(@Nullable Agent now) {
    agent = now;
    starting = null;
    if (now != null && told) {
      now.handBack();
    }
  }

  private synchronized boolean toldWhileStarting() {
    return told && agent == null;
  }

  /** SIGTERM and SIGINT. */
  private synchronized void end() {
    told = true;
    if (agent != null) {
      agent.handBack();
    } else if (starting != null) {
      starting.interrupt();
    }
  }

  /**
   * SIGHUP. All that a later process needs is on the disk at any time, as it must be for a crash;
   * so there is nothing to do but to touch nothing any more.
   */
  private void leave() {
    LOG.info("Ending; what runs is left to the next start in this root");
    Runtime.getRuntime().halt(EndSignals.START_AGAIN);
  }

  /** The process ends for another reason than a signal. */
  void onShutdown(@Observes ShutdownEvent event) {
    Agent current = current();
    if (current != null) {
      current.stop();
    }
  }

  private synchronized @Nullable Agent current() {
    return agent;
  }
}
