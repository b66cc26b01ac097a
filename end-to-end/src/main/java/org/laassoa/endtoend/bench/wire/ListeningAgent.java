package org.laassoa.endtoend.bench.wire;

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
public final class ListeningAgent implements Runnable {

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
  private volatile boolean stopped;

  /**
   * Where and how an agent waits.
   *
   * @param holdSeconds how long held polls are held
   */
  public record Place(URI server, PickUp way, int holdSeconds, Arrivals arrivals) {}

  /** Connects an agent with that token. */
  public ListeningAgent(Place place, String token) {
    RequestBytes requests = new RequestBytes("Bearer " + token);
    this.way = place.way();
    this.arrivals = place.arrivals();
    this.connection = HttpConnection.open(place.server());
    this.doorbell = way == PickUp.DOORBELL ? Doorbell.connect(place.server(), token) : null;
    int hold = way == PickUp.HELD_POLL ? place.holdSeconds() : 0;
    this.first = requests.json("/consume_action", PollBody.of(1, 0, way));
    this.poll = requests.json("/consume_action", PollBody.of(1, hold, way));
    this.completion = new Completion(requests);
  }

  /** Returns when the server knows this agent, or it has failed. */
  public void awaitListening() throws InterruptedException {
    listening.await();
  }

  /** Lets it end with its next answer: work given to one who hangs up would be lost for a while. */
  public void stop() {
    stopped = true;
    if (doorbell != null) {
      doorbell.close();
    }
  }

  /** Works until it is stopped. */
  @Override
  public void run() {
    try (connection) {
      take(first);
      listening.countDown();
      while (!stopped) {
        if (!take(poll)) {
          pause();
        }
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
}
