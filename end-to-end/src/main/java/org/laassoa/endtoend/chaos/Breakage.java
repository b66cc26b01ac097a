package org.laassoa.endtoend.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.process.ChildProcess;
import org.laassoa.endtoend.relay.Exchange;

/** Breaks things, and repairs them after a while. */
final class Breakage {

  private final ChaosWorld world;
  private final Queue<FutureTask<?>> repairs = new ConcurrentLinkedQueue<>();

  Breakage(ChaosWorld world) {
    this.world = world;
  }

  private interface Repair {
    void run() throws InterruptedException;
  }

  /**
   * Breaks what is planned; returns when it is broken, while its repair waits for its time.
   *
   * @param exchange what stands still meanwhile; null outside of one
   */
  void inflict(PlannedFault planned, @Nullable Exchange exchange) {
    switch (planned.fault()) {
      case CONNECTION -> {
        // The trap itself cuts it.
      }
      case ALL_CONNECTIONS -> cutAllConnections(planned);
      case SERVER -> {
        OneServer server = server(planned, exchange);
        server.kill();
        after(planned.outage(), server::start);
      }
      case SERVERS -> {
        List<OneServer> all = world.servers().all();
        all.forEach(OneServer::kill);
        all.forEach(server -> after(planned.outage(), server::start));
      }
      case SERVER_STALL -> stall(server(planned, exchange).pause(), planned);
      case AGENT -> {
        OneAgent agent = agent(planned, exchange);
        agent.kill();
        after(planned.outage(), () -> agent.start(""));
      }
      case AGENT_STALL -> stall(agent(planned, exchange).pause(), planned);
      case POSTGRES -> {
        world.postgres().killHard();
        after(planned.outage(), world.postgres()::restart);
      }
      case ENGINE -> cutEngine(planned);
    }
  }

  /** Kills a server, starts it again, and breaks what is planned before it is up. */
  void inflictWhileAServerStarts(PlannedFault planned) throws InterruptedException {
    OneServer server = world.servers().at(0, planned.victim());
    server.kill();
    server.begin();
    Thread.sleep(planned.delay());
    inflict(planned, null);
    after(Duration.ZERO, server::start);
  }

  /** Waits until all that was broken is whole again. */
  void awaitRepairs() throws InterruptedException {
    for (FutureTask<?> repair = repairs.poll(); repair != null; repair = repairs.poll()) {
      try {
        repair.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("what was broken cannot be repaired", e.getCause());
      }
    }
  }

  private void cutAllConnections(PlannedFault planned) {
    world.relay().cut();
    after(planned.outage(), world.relay()::mend);
    if (planned.cutsGit()) {
      world.gitRelay().cut();
      after(planned.outage(), world.gitRelay()::mend);
    }
  }

  private void cutEngine(PlannedFault planned) {
    ContainerSide containers = world.containers().orElseThrow();
    containers.relay().cut();
    after(planned.outage(), containers.relay()::mend);
  }

  private void stall(ChildProcess.Pause pause, PlannedFault planned) {
    after(planned.outage(), pause::close);
  }

  private OneServer server(PlannedFault planned, @Nullable Exchange exchange) {
    return world.servers().at(exchange == null ? 0 : exchange.serverPort(), planned.victim());
  }

  private OneAgent agent(PlannedFault planned, @Nullable Exchange exchange) {
    return world.agent(exchange == null ? "" : client(exchange), planned.victim());
  }

  /** Through the relay to the Git server all agents come by the same entrance. */
  private String client(Exchange exchange) {
    if (isAgent(exchange)) {
      return exchange.client();
    }
    String project = exchange.request().path().replaceFirst("^/([^/]*)\\.git/.*", "$1");
    try {
      return world.books().owner(project).orElse("");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private boolean isAgent(Exchange exchange) {
    return world.agents().stream().anyMatch(agent -> agent.name().equals(exchange.client()));
  }

  private void after(Duration outage, Repair repair) {
    FutureTask<?> task =
        new FutureTask<>(
            () -> {
              Thread.sleep(outage);
              repair.run();
              return true;
            });
    repairs.add(task);
    Thread.ofVirtual().name("repair").start(task);
  }
}
