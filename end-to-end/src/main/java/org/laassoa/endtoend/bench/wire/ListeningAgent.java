package org.laassoa.endtoend.bench.wire;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.laassoa.endtoend.load.HttpConnection;
import org.laassoa.endtoend.load.RequestBytes;

/** Waits for work in one of the ways there are, says when it came, and completes it at once. */
public final class ListeningAgent implements Runnable, AutoCloseable {

  private static final int HOLD_SECONDS = 30;
  private static final Duration SAFETY = Duration.ofSeconds(10);

  private final PickUp way;
  private final Arrivals arrivals;
  private final HttpConnection connection;
  private final @Nullable Doorbell doorbell;
  private final ByteBuffer first;
  private final ByteBuffer poll;
  private final Completion completion;
  private final Orders orders = new Orders(1);
  private final CountDownLatch listening = new CountDownLatch(1);
  private volatile boolean closed;

  /** Connects an agent with that token. */
  public ListeningAgent(URI server, String token, PickUp way, Arrivals arrivals) {
    RequestBytes requests = new RequestBytes("Bearer " + token);
    this.way = way;
    this.arrivals = arrivals;
    this.connection = HttpConnection.open(server);
    this.doorbell = way == PickUp.DOORBELL ? Doorbell.connect(server, token) : null;
    int hold = way == PickUp.HELD_POLL ? HOLD_SECONDS : 0;
    this.first = requests.json("/consume_action", PollBody.of(1, 0, way));
    this.poll = requests.json("/consume_action", PollBody.of(1, hold, way));
    this.completion = new Completion(requests);
  }

  /** Returns when the server knows this agent, or it has failed. */
  public void awaitListening() throws InterruptedException {
    listening.await();
  }

  /** Works until it is closed. */
  @Override
  public void run() {
    try {
      take(first);
      listening.countDown();
      while (!closed) {
        if (!take(poll)) {
          pause();
        }
      }
    } catch (UncheckedIOException e) {
      if (!closed) {
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listening.countDown();
    }
  }

  private boolean take(ByteBuffer request) {
    byte[] answer = connection.ask(request.rewind()).require().getBytes(StandardCharsets.UTF_8);
    long now = System.nanoTime();
    orders.read(ByteBuffer.wrap(answer));
    for (int i = 0; i < orders.count(); i++) {
      arrivals.arrived(orders.id(i), now);
      connection.ask(completion.of(orders.id(i), orders.attempt(i))).require();
    }
    return orders.count() > 0;
  }

  private void pause() throws InterruptedException {
    if (doorbell != null) {
      doorbell.await(SAFETY);
    } else if (way == PickUp.POLL) {
      // As the real agent: half a second, spread so that agents do not poll in step.
      Thread.sleep(ThreadLocalRandom.current().nextInt(450, 551));
    }
  }

  @Override
  public void close() {
    closed = true;
    connection.close();
    if (doorbell != null) {
      doorbell.close();
    }
  }
}
