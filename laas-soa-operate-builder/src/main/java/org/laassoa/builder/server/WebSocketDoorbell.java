package org.laassoa.builder.server;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.laassoa.builder.server.ServerFailure.ServerUnreachable;

/**
 * The doorbell as a WebSocket. Only frames of the server's own count as life: between the two there
 * may be a proxy that holds a connection open to nobody.
 */
final class WebSocketDoorbell implements Doorbell {

  private static final String POLL = "poll";

  private final Runnable ring;
  private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
  private final CompletableFuture<String> broken = new CompletableFuture<>();
  private final Future<WebSocket> connection;
  private final Duration silence;
  private volatile long heard = System.nanoTime();

  private WebSocketDoorbell(
      Context eventLoop,
      ClientWebSocket socket,
      WebSocketConnectOptions server,
      Duration silence,
      Runnable ring) {
    this.ring = ring;
    this.silence = silence;
    // Before it connects, or the first frame is missed. These run on Vert.x' event loop.
    socket.textMessageHandler(this::take);
    socket.closeHandler(closed -> breakUp("the connection was closed"));
    socket.exceptionHandler(error -> breakUp(words(error)));
    // Connected from that same event loop: from any other thread the connection gets an event loop
    // of its own, where the first frame may come before the handlers have crossed over.
    Promise<WebSocket> connected = Promise.promise();
    this.connection = connected.future();
    eventLoop.runOnContext(now -> socket.connect(server).onComplete(connected));
    connection.onFailure(error -> breakUp(words(error)));
  }

  /**
   * Connects, and waits for the server's first frame.
   *
   * @param eventLoop where everything about the connection happens
   * @param greeting how long to wait for it
   * @param silence after so long without a frame it counts as broken
   * @param ring told of each frame that says to poll, on a thread that must not be blocked
   * @throws ServerUnreachable when it cannot be had
   */
  static WebSocketDoorbell open(
      Context eventLoop,
      ClientWebSocket socket,
      WebSocketConnectOptions server,
      Duration greeting,
      Duration silence,
      Runnable ring)
      throws ServerUnreachable, InterruptedException {
    WebSocketDoorbell doorbell = new WebSocketDoorbell(eventLoop, socket, server, silence, ring);
    try {
      doorbell.greeted.get(greeting.toNanos(), TimeUnit.NANOSECONDS);
      return doorbell;
    } catch (TimeoutException e) {
      doorbell.close();
      throw new ServerUnreachable(
          "the server sent nothing within " + greeting.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      doorbell.close();
      throw new ServerUnreachable(doorbell.broken.join(), e);
    } catch (InterruptedException e) {
      doorbell.close();
      throw e;
    }
  }

  /** Any frame says that the server is there: hello, alive, and whatever comes to be added. */
  private void take(String frame) {
    heard = System.nanoTime();
    greeted.complete(true);
    if (frame.equals(POLL)) {
      ring.run();
    }
  }

  private void breakUp(String why) {
    broken.complete(why);
    greeted.completeExceptionally(new IllegalStateException(why));
  }

  @Override
  public String awaitBroken() throws InterruptedException {
    while (true) {
      long left = heard + silence.toNanos() - System.nanoTime();
      if (left <= 0) {
        return "the server has sent nothing for " + silence.toSeconds() + " s";
      }
      try {
        return broken.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // Something may have been heard meanwhile.
      } catch (ExecutionException e) {
        throw new AssertionError("it is only ever completed with words", e);
      }
    }
  }

  @Override
  public void close() {
    connection.onSuccess(WebSocket::close);
  }

  private static String words(Throwable error) {
    return error instanceof UpgradeRejectedException refused
        ? "HTTP " + refused.getStatus()
        : String.valueOf(error.getMessage());
  }
}
