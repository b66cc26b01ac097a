package org.laassoa.server.githost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Serves the answers that git hosts document, over real HTTP, and notes what it was asked. */
public final class FakeGitHost implements AutoCloseable {

  /** What was asked: {@code POST /api/v4/x?y=z}, the headers by lower-case name, and the body. */
  public record Call(String line, Map<String, String> headers, String body) {}

  private record Reply(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** Listens on a free port. */
  public FakeGitHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers a call, named without its query or with it, by a file below {@code githost/}. */
  public FakeGitHost serve(String line, String file, Map<String, String> headers) {
    return serve(line, 200, resource(file), headers);
  }

  /** As above without headers of its own. */
  public FakeGitHost serve(String line, String file) {
    return serve(line, file, Map.of());
  }

  /** Answers a call by a status and a body. */
  public FakeGitHost serve(String line, int status, String body, Map<String, String> headers) {
    replies.put(line, new Reply(status, headers, body));
    return this;
  }

  /** Answers a call otherwise when it carries that {@code Authorization}. */
  public FakeGitHost serveSigned(String line, String authorization, int status, String body) {
    replies.put(authorization + " " + line, new Reply(status, Map.of(), body));
    return this;
  }

  /** All calls so far whose line begins so. */
  public List<Call> calls(String begin) {
    return calls.stream().filter(call -> call.line().startsWith(begin)).toList();
  }

  /** Forgets the calls so far. */
  public void forget() {
    calls.clear();
  }

  /** A file below {@code githost/}. */
  public static String resource(String file) {
    try (var in = FakeGitHost.class.getResourceAsStream("/githost/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(line, headers, body));
    Reply unknown = new Reply(404, Map.of(), "{\"message\":\"404 Not Found\"}");
    String bare = line.replaceAll("\\?.*", "");
    Reply reply =
        Stream.of(headers.get("authorization") + " " + bare, line, bare)
            .map(replies::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(unknown);
    reply.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
