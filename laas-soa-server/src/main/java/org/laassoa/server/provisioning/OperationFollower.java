package org.laassoa.server.provisioning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Follows one operation for one viewer, from any event to the end. */
final class OperationFollower {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int SILENT_LOOKS = 75;

  private final Operations operations;
  private final long id;
  private final Queue<OperationEvent> read = new ArrayDeque<>();
  private int after;
  private boolean ended;

  /**
   * Begins behind an event.
   *
   * @param after its sequence; 0 for the beginning
   */
  OperationFollower(Operations operations, long id, int after) {
    this.operations = operations;
    this.id = id;
    this.after = after;
  }

  /** What a viewer is told. */
  sealed interface News {

    /** Something has happened. */
    record Happened(OperationEvent event) implements News {}

    /** Nothing has happened for a while; the connection is alive. */
    record Silence() implements News {}

    /** The operation has ended, and all has been told. */
    record Ended(OperationRow operation) implements News {}

    /** Nothing follows the end. */
    record Closed() implements News {}
  }

  /** Waits for what is next. */
  News next() throws InterruptedException {
    for (int looks = 0; looks < SILENT_LOOKS && !ended; looks++) {
      OperationEvent known = read.poll();
      if (known != null) {
        after = known.sequence();
        return new News.Happened(known);
      }
      // The state first: what had happened when it ended is there then.
      OperationRow operation = operations.find(id).orElse(null);
      if (operation == null) {
        break;
      }
      read.addAll(operations.events(id, after));
      if (read.isEmpty()) {
        if (operation.state() != OperationState.RUNNING) {
          ended = true;
          return new News.Ended(operation);
        }
        Thread.sleep(LOOK);
      }
    }
    return ended || operations.find(id).isEmpty() ? new News.Closed() : new News.Silence();
  }
}
