package org.laassoa.endtoend.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server with no work and no doorbell, which knows when it was polled first: a real one would
 * take processor time of its own from the agent that starts.
 */
final class PollWatch implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CompletableFuture<Long> polled = new CompletableFuture<>();

  private PollWatch() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/join_agent", exchange -> answer(exchange, "{\"agent_id\": \"1\", \"token\": \"bench\"}"));
    server.createContext(
        "/consume_action",
        exchange -> {
          polled.complete(System.nanoTime());
          answer(exchange, "[]");
        });
    server.start();
  }

  static PollWatch start() throws IOException {
    return new PollWatch();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on the next poll is the first. */
  void forget() {
    polled = new CompletableFuture<>();
  }

  /**
   * Waits for the first poll.
   *
   * @return when it came, by {@link System#nanoTime}
   * @throws IllegalStateException when none comes within a minute
   */
  long awaitPoll() throws InterruptedException {
    try {
      return polled.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the agent has not polled within a minute", e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
