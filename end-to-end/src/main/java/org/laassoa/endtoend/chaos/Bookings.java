package org.laassoa.endtoend.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.laassoa.endtoend.api.ApiException;

/** Asks for builds and cancels those that are to be cancelled. */
final class Bookings {

  private static final long LOOK_MILLIS = 20;
  private static final int CONFLICT = 409;

  private final ChaosWorld world;
  private final List<PlannedBuild> builds = new ArrayList<>();
  private final List<FutureTask<?>> cancels = new ArrayList<>();
  private volatile boolean over;

  Bookings(ChaosWorld world) {
    this.world = world;
  }

  /** Asks for a build; one to be cancelled is cancelled as soon as its script runs. */
  void enqueue(PlannedBuild build) throws InterruptedException {
    builds.add(build);
    Patience.ask(() -> enqueueOnce(build));
    if (build.kind() == BuildKind.CANCELLED) {
      FutureTask<?> cancel = new FutureTask<>(() -> cancelRunning(build));
      cancels.add(cancel);
      Thread.ofVirtual().name("cancel-" + build.key()).start(cancel);
    }
  }

  /**
   * Waits until all that is to be cancelled has been; to be called when all builds have ended. What
   * was broken may have ended one before its script ran: that one is waited for no longer.
   */
  void awaitCancels() throws InterruptedException {
    over = true;
    for (FutureTask<?> cancel : cancels) {
      try {
        cancel.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a build cannot be cancelled", e.getCause());
      }
    }
  }

  /** What was asked for. */
  List<PlannedBuild> builds() {
    return builds;
  }

  /** How many of them have had more than one attempt. */
  long repeated() throws InterruptedException {
    long repeated = 0;
    for (PlannedBuild build : builds) {
      for (long id : world.books().builds(build.key())) {
        repeated += world.books().history(id).getLast().attempt() > 1 ? 1 : 0;
      }
    }
    return repeated;
  }

  /** An answer may be lost: before asking again, the books are asked whether it is there. */
  private boolean enqueueOnce(PlannedBuild build) throws InterruptedException {
    if (world.books().builds(build.key()).isEmpty()) {
      BuildKind kind = build.kind();
      world.api().enqueue(build.project(), kind.refType(), kind.ref(), build.parameters());
    }
    return true;
  }

  private boolean cancelRunning(PlannedBuild build) throws InterruptedException {
    while (!scriptRuns(build)) {
      if (over) {
        return false;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    for (long id : world.books().builds(build.key())) {
      Patience.ask(() -> cancelOrFindEnded(id));
    }
    return true;
  }

  /** A build that has ended before by what was broken is judged by how it ended, as all are. */
  private boolean cancelOrFindEnded(long id) throws InterruptedException {
    try {
      world.api().cancel(id);
      return true;
    } catch (ApiException refused) {
      if (refused.status() == CONFLICT) {
        return false;
      }
      throw refused;
    }
  }

  private boolean scriptRuns(PlannedBuild build) {
    return world.agents().stream()
        .flatMap(agent -> Ledger.of(agent).stream())
        .anyMatch(note -> note.key().equals(build.key()));
  }
}
