package org.laassoa.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between an agent and its server, passes everything on and remembers some of it. */
final class Tap implements AutoCloseable {

  private final HttpServer listener;
  private final URI server;
  private final String path;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Tap(HttpServer listener, URI server, String path) {
    this.listener = listener;
    this.server = server;
    this.path = path;
  }

  /** Listens on loopback and remembers what is posted to that path. */
  static Tap between(URI server, String path) throws IOException {
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Tap tap = new Tap(listener, server, path);
    listener.setExecutor(tap.threads);
    listener.createContext("/", tap::pass);
    listener.start();
    return tap;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort());
  }

  /** The bodies since the last {@link #forget()}. */
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  void forget() {
    bodies.clear();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().getPath().equals(path)) {
        bodies.add(new String(body, StandardCharsets.UTF_8));
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String header : List.of("Authorization", "Content-Type", "Content-Encoding", "Accept")) {
        String value = exchange.getRequestHeaders().getFirst(header);
        if (value != null) {
          request.header(header, value);
        }
      }
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
      int length = response.body().length;
      exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
      if (length > 0) {
        exchange.getResponseBody().write(response.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    listener.stop(0);
    threads.shutdownNow();
  }
}
