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

/** Stands between an agent and its server, passes everything on and remembers it. */
final class Tap implements AutoCloseable {

  private final HttpServer listener;
  private final URI server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Tap(HttpServer listener, URI server) {
    this.listener = listener;
    this.server = server;
  }

  /** One call that was answered. */
  record Call(String path, String body, int status, String answer) {}

  /** Listens on loopback. */
  static Tap before(URI server) throws IOException {
    HttpServer listener =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Tap tap = new Tap(listener, server);
    listener.setExecutor(tap.threads);
    listener.createContext("/", tap::pass);
    listener.start();
    return tap;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort());
  }

  /** The calls of a path since the last {@link #forget()}, in the order of their answers. */
  List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  void forget() {
    calls.clear();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
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
      calls.add(
          new Call(
              exchange.getRequestURI().getPath(),
              new String(body, StandardCharsets.UTF_8),
              response.statusCode(),
              new String(response.body(), StandardCharsets.UTF_8)));
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
