package org.laassoa.endtoend.bench.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The WebSocket by which the server tells an agent to poll. */
public final class Doorbell implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Semaphore rings = new Semaphore(0);
  private final WebSocket socket;

  private Doorbell(URI server, String token) {
    this.socket =
        CLIENT
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(
                URI.create("ws://" + server.getAuthority() + "/agent_channel"), new Listener())
            .join();
  }

  /**
   * Connects.
   *
   * @throws java.util.concurrent.CompletionException when the server has no doorbell
   */
  public static Doorbell connect(URI server, String token) {
    return new Doorbell(server, token);
  }

  /** Waits for the next ring, but not for ever: also an agent looks after a while. */
  void await(Duration limit) throws InterruptedException {
    if (rings.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      // One poll answers all that rang before it.
      rings.drainPermits();
    }
  }

  /** Hangs up; who waits goes on. */
  @Override
  public void close() {
    socket.abort();
    rings.release();
  }

  private final class Listener implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence frame, boolean last) {
      if ("poll".contentEquals(frame)) {
        rings.release();
      }
      from.request(1);
      return null;
    }
  }
}
