package org.laassoa.endtoend.bench;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.laassoa.endtoend.bench.wire.Enqueuing;
import org.laassoa.endtoend.load.Load;
import org.laassoa.endtoend.load.Measured;
import org.laassoa.endtoend.load.RequestBytes;

/**
 * Enqueues builds by the batch, through several connections at once.
 *
 * @param requests as somebody who may enqueue
 * @param projects whose builds they are, in turn
 */
record BatchEnqueue(URI server, RequestBytes requests, List<String> projects) {

  static final int BATCH = 100;
  static final int CLIENTS = 16;

  /** Enqueues so many, a multiple of the batch; these are builds a second. */
  double perSecond(int builds) {
    AtomicInteger batches = new AtomicInteger(builds / BATCH);
    List<Enqueuing> clients =
        Stream.generate(() -> new Enqueuing(requests, projects, BATCH, batches))
            .limit(CLIENTS)
            .toList();
    try (Load load = Load.connect(server, clients)) {
      Measured enqueued = load.untilDone();
      return BATCH * enqueued.perSecond();
    }
  }
}
