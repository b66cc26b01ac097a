package org.laassoa.endtoend.bench.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.load.Conversation;
import org.laassoa.endtoend.load.RequestBytes;

/** A client that enqueues batches of builds, the same each time, until none is left to send. */
public final class Enqueuing implements Conversation {

  private final ByteBuffer request;
  private final AtomicInteger batchesLeft;

  /**
   * A client.
   *
   * @param requests as somebody who may enqueue
   * @param projects whose main branches are built, in turn
   * @param batch how many builds a request, 1 to 1000
   * @param batchesLeft shared by all clients
   */
  public Enqueuing(
      RequestBytes requests, List<String> projects, int batch, AtomicInteger batchesLeft) {
    String builds =
        IntStream.range(0, batch)
            .mapToObj(i -> projects.get(i % projects.size()))
            .map(
                project -> "{\"project\":\"" + project + "\",\"type\":\"branch\",\"ref\":\"main\"}")
            .collect(Collectors.joining(","));
    this.request = requests.json("/api/builds", "{\"builds\":[" + builds + "]}");
    this.batchesLeft = batchesLeft;
  }

  @Override
  public @Nullable ByteBuffer next() {
    return batchesLeft.getAndDecrement() > 0 ? request.rewind() : null;
  }

  @Override
  public void answered(int status, ByteBuffer body) {
    if (status != 201) {
      throw Refused.because(status, body);
    }
  }
}
