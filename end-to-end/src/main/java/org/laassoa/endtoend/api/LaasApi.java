package org.laassoa.endtoend.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The server's REST API for one user. Every answer but a 2xx is an {@link ApiException}. */
public final class LaasApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than a server holds any answer back: nobody waits for ever for one that is gone. */
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String authorization;

  /** The API of a server, as that user. */
  public LaasApi(URI server, String user, String password) {
    this.server = server;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** Creates or replaces a configuration, such as {@code /api/projects/hello}. */
  public JsonNode put(String path, Map<String, ?> body) throws InterruptedException {
    return call("PUT", path, body);
  }

  /** Reads one thing or a page of a collection. */
  public JsonNode get(String path) throws InterruptedException {
    return call("GET", path, null);
  }

  /** Does something that is not a configuration, such as making a join token. */
  public JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
    return call("POST", path, body);
  }

  /** Makes a join token, good for an hour. */
  public String joinToken() throws InterruptedException {
    return post("/api/agents/join-tokens", Map.of("expires_in_seconds", 3600))
        .path("join_token")
        .asText();
  }

  /**
   * Enqueues a build of a project.
   *
   * @param type {@code branch} or {@code tag}
   */
  public Build enqueue(String project, String type, String ref, Map<String, String> parameters)
      throws InterruptedException {
    return asBuild(
        post(
            "/api/projects/" + project + "/builds",
            Map.of("type", type, "ref", ref, "parameters", parameters)));
  }

  /** A build as it is now. */
  public Build build(long id) throws InterruptedException {
    return asBuild(get("/api/builds/" + id));
  }

  /** Asks for a build to be cancelled. */
  public void cancel(long id) throws InterruptedException {
    post("/api/builds/" + id + "/cancel", Map.of());
  }

  /** Enqueues an ended build once more, as a new one. */
  public Build retry(long id) throws InterruptedException {
    return asBuild(post("/api/builds/" + id + "/retry", Map.of()));
  }

  /**
   * Waits until something is true of a build, looking each 10 ms.
   *
   * @throws IllegalStateException with the build and the end of its log, when it ends otherwise or
   *     the limit is reached
   */
  public Build await(long id, Predicate<Build> condition, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Build build = build(id);
      if (condition.test(build)) {
        return build;
      }
      if (build.ended() || System.nanoTime() > deadline) {
        String log = new String(log(id), StandardCharsets.UTF_8);
        throw new IllegalStateException(
            build + "\n" + log.substring(Math.max(0, log.length() - 4000)));
      }
      Thread.sleep(10);
    }
  }

  /** Waits until a build has ended, in whatever state. */
  public Build awaitEnd(long id, Duration limit) throws InterruptedException {
    return await(id, Build::ended, limit);
  }

  /** A build's whole log. */
  public byte[] log(long id) throws InterruptedException {
    return bytes(request("GET", "/api/builds/" + id + "/log", null).build());
  }

  /** The log of one attempt of a build, from 1. */
  public byte[] logOfAttempt(long id, int attempt) throws InterruptedException {
    return bytes(request("GET", "/api/builds/" + id + "/log?attempt=" + attempt, null).build());
  }

  /** A part of a build's log, from a byte to another, exclusive. */
  public byte[] log(long id, long from, long to) throws InterruptedException {
    return from == to
        ? new byte[0]
        : bytes(
            request("GET", "/api/builds/" + id + "/log", null)
                .header("Range", "bytes=" + from + "-" + (to - 1))
                .build());
  }

  /** A build's whole log as it comes, for logs that do not fit into memory. */
  public InputStream openLog(long id) throws InterruptedException {
    return send(
            request("GET", "/api/builds/" + id + "/log", null).build(),
            BodyHandlers.ofInputStream())
        .body();
  }

  /**
   * Opens the live log.
   *
   * @param lastEventId the id of the last event that was seen; null for the log from its beginning
   */
  public LogStream logStream(long id, @Nullable String lastEventId) throws InterruptedException {
    String path = "/api/builds/" + id + "/log/stream";
    HttpRequest.Builder request =
        request("GET", path, null).setHeader("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response = send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new ApiException("GET", path, response.statusCode(), read(response.body()));
    }
    return new LogStream(response.body());
  }

  /** Any request as this user, whatever the answer: for what the methods above do not offer. */
  public HttpResponse<String> raw(String method, String path, @Nullable String body)
      throws InterruptedException {
    return send(request(method, path, body).build(), BodyHandlers.ofString());
  }

  private JsonNode call(String method, String path, @Nullable Map<String, ?> body)
      throws InterruptedException {
    try {
      HttpResponse<String> response =
          raw(method, path, body == null ? null : JSON.writeValueAsString(body));
      if (response.statusCode() / 100 != 2) {
        throw new ApiException(method, path, response.statusCode(), response.body());
      }
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(HttpRequest request) throws InterruptedException {
    HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new ApiException(
          request.method(),
          request.uri().getPath(),
          response.statusCode(),
          new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  private static String read(InputStream body) {
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String method, String path, @Nullable String body) {
    return HttpRequest.newBuilder(URI.create(server.resolve(path).toASCIIString()))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/plain")
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws InterruptedException {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    }
  }

  private static Build asBuild(JsonNode node) {
    try {
      return JSON.treeToValue(node, Build.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
