package org.laassoa.server.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** What is behind a webhook's address: a real HTTP server that does as it is told. */
final class WebhookReceiver implements AutoCloseable {

  private final HttpServer server;
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch mayAnswer = new CountDownLatch(0);
  private volatile String location = "";

  /** One call as it arrived. */
  record Received(Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Answers the next calls with these statuses; all others with 204. */
  WebhookReceiver answering(Integer... next) {
    statuses.addAll(List.of(next));
    return this;
  }

  /** Redirects with these statuses lead there. */
  WebhookReceiver redirectingTo(String address) {
    location = address;
    return this;
  }

  /** Answers nothing until {@link #answerNow}. */
  WebhookReceiver silent() {
    mayAnswer = new CountDownLatch(1);
    return this;
  }

  void answerNow() {
    mayAnswer.countDown();
  }

  List<Received> received() {
    return received;
  }

  private void answer(HttpExchange call) throws IOException {
    received.add(
        new Received(Map.copyOf(call.getRequestHeaders()), call.getRequestBody().readAllBytes()));
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Integer status = statuses.poll();
    if (!location.isEmpty()) {
      call.getResponseHeaders().add("Location", location);
    }
    call.sendResponseHeaders(status == null ? 204 : status, -1);
    call.close();
  }

  @Override
  public void close() {
    answerNow();
    server.stop(0);
  }
}
