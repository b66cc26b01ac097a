package org.laassoa.server.provisioning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laassoa.server.database.DatabaseException;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.machine.KnownMachines;
import org.laassoa.server.machine.MachineFailure;
import org.laassoa.server.problem.ProblemException;
import org.laassoa.server.problem.ProblemType;

/**
 * The operations on machines: begun here, each worked on by a thread of this server, and ended by
 * any server when this one is gone.
 */
@ApplicationScoped
class Operations {
  private static final Logger LOG = Logger.getLogger(Operations.class);
  private static final Duration SHUT_DOWN = Duration.ofSeconds(3);

  private final OperationStore store;
  private final KnownMachines machines;
  private final ProvisioningTools tools;
  private final RunSteps steps;
  private final Map<Long, Work> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Operations(OperationStore store, KnownMachines machines, ProvisioningTools.Producer tools) {
    this.store = store;
    this.machines = machines;
    this.tools = tools.tools();
    this.steps = new RunSteps(this.tools);
  }

  private record Work(Thread thread, long begun) {}

  /**
   * Begins an operation and does not wait for it.
   *
   * @param machine name or number
   * @return the operation's number
   * @throws ProblemException {@link ProblemType#NOT_FOUND} or {@link
   *     ProblemType#OPERATION_UNDER_WAY}
   */
  long begin(String machine, OperationKind kind, String requestedBy) {
    long machineId = machines.id(machine);
    OptionalLong id = store.begin(machineId, kind, requestedBy);
    if (id.isEmpty()) {
      throw new ProblemException(
          ProblemType.OPERATION_UNDER_WAY, "One operation at a time is done on a machine.");
    }
    long begun = id.getAsLong();
    Thread thread =
        Thread.ofVirtual()
            .name("machine-operation-" + begun)
            .unstarted(() -> work(begun, kind, machineId));
    running.put(begun, new Work(thread, System.nanoTime()));
    thread.start();
    return begun;
  }

  private void work(long id, OperationKind kind, long machineId) {
    try {
      store.end(id, outcome(id, kind, machineId));
    } catch (DatabaseException e) {
      LOG.warnf("the end of operation %d could not be written: %s", id, e.getMessage());
    } finally {
      running.remove(id);
    }
  }

  private OperationEnd outcome(long id, OperationKind kind, long machineId) {
    try {
      return steps.run(kind, machines.spec(machineId), new StoredJournal(store, id));
    } catch (InterruptedException e) {
      return failed(
          stopping
              ? MachineFailure.of(FailureCode.SERVER_STOPPED)
              : MachineFailure.of(FailureCode.CUT_OFF)
                  .with("minutes", tools.config().provisioning().limit().toMinutes()));
    } catch (StoredJournal.OperationLost e) {
      LOG.warn(e.getMessage());
      return failed(MachineFailure.of(FailureCode.ENDED_ELSEWHERE).with("operation", id));
    } catch (RuntimeException e) {
      LOG.errorf(e, "operation %d failed by a fault of the server", id);
      return failed(
          MachineFailure.of(FailureCode.SERVER_FAULT)
              .with("fault", e.getClass().getSimpleName())
              .with("operation", id));
    }
  }

  private static OperationEnd failed(MachineFailure failure) {
    return new OperationEnd.Failed(null, failure);
  }

  /** The operation of that number. */
  Optional<OperationRow> find(long id) {
    return store.find(id);
  }

  /** The operations of that machine, newest first. */
  List<OperationRow> ofMachine(String machine) {
    return store.ofMachine(machines.id(machine));
  }

  /** What happened after that event. */
  List<OperationEvent> events(long id, int after) {
    return store.events(id, after);
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    long limit = tools.config().provisioning().limit().toNanos();
    running.values().stream()
        .filter(work -> System.nanoTime() - work.begun() > limit)
        .forEach(work -> work.thread().interrupt());
    try {
      if (!running.isEmpty()) {
        store.beat(List.copyOf(running.keySet()));
      }
      store.endLost();
    } catch (DatabaseException e) {
      LOG.debug("no sign of life could be given for operations on machines", e);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    List<Work> left = List.copyOf(running.values());
    left.forEach(work -> work.thread().interrupt());
    for (Work work : left) {
      work.thread().join(SHUT_DOWN);
    }
  }
}
