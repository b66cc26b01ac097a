package org.laassoa.builder.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.BuildData;

/** A real HTTP server on loopback that plays the wire; what it answers is up to the test. */
public final class ScriptedServer implements AutoCloseable {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final int OK = 200;

  /** One call. */
  public record Call(String path, JsonNode body, String authorization, long nanos) {}

  private final HttpServer http;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final BlockingQueue<JsonNode> completions = new LinkedBlockingQueue<>();
  private final Map<String, Queue<Integer>> failures = new HashMap<>();
  private final Queue<List<ActionOrder>> polls = new ArrayDeque<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private int forgetAt = Integer.MAX_VALUE;

  /** A server that has nothing to hand out. */
  public ScriptedServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::answer);
    http.start();
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Answers one poll with these orders; polls beyond those told are answered with nothing. */
  public synchronized void answerPoll(ActionOrder... orders) {
    polls.add(List.of(orders));
    notifyAll();
  }

  /** Hands out work. */
  public static ActionOrder work(BuildData action, int attempt) {
    return new ActionOrder(action.action(), action.actionId(), attempt, 30, action);
  }

  /** Answers the next calls of a path with these statuses; its work it does for a 200 only. */
  public synchronized void fail(String path, Integer... statuses) {
    failures.computeIfAbsent(path, any -> new ArrayDeque<>()).addAll(List.of(statuses));
  }

  /** Works again at once, whatever failures are left to play. */
  public synchronized void recover() {
    failures.clear();
  }

  /** Loses the log's end, once, when it has become longer than that. */
  public synchronized void forgetLogAt(int length) {
    forgetAt = length;
  }

  /** The calls of a path so far. */
  public List<Call> calls(String path) {
    return calls.stream().filter(call -> call.path().equals(path)).toList();
  }

  /** The log as the server has it. */
  public synchronized String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The next recorded end of an attempt. */
  public JsonNode awaitCompletion() throws InterruptedException {
    JsonNode completion = completions.poll(20, TimeUnit.SECONDS);
    if (completion == null) {
      throw new AssertionError("no attempt was completed");
    }
    return completion;
  }

  /** Whether any end of an attempt is recorded and not yet taken. */
  public boolean hasCompletion() {
    return !completions.isEmpty();
  }

  /** Time between two calls, counted from 0, of one path. */
  public Duration between(String path, int first, int second) {
    List<Call> of = calls(path);
    return Duration.ofNanos(of.get(second).nanos() - of.get(first).nanos());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      boolean json = !path.equals("/log_data");
      calls.add(
          new Call(
              path,
              json ? MAPPER.readTree(body) : MAPPER.createObjectNode(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              System.nanoTime()));
      Answer answer = decide(path, exchange.getRequestURI().getQuery(), body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .add(
              "Content-Type",
              answer.status() < 400 ? "application/json" : "application/problem+json");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private synchronized Answer decide(String path, String query, byte[] body) throws IOException {
    Queue<Integer> failing = failures.getOrDefault(path, new ArrayDeque<>());
    int status = failing.isEmpty() ? OK : failing.remove();
    if (status != OK) {
      return problem(status, "scripted", 0);
    }
    return switch (path) {
      case "/join_agent" -> new Answer(200, "{\"agent_id\":\"a1\",\"token\":\"agent-token\"}");
      case "/consume_action" ->
          new Answer(200, MAPPER.writeValueAsString(orders(MAPPER.readTree(body))));
      case "/fetch_data" -> new Answer(200, scripts(MAPPER.readTree(body)));
      case "/log_data" -> append(query, body);
      case "/complete_action" -> complete(MAPPER.readTree(body));
      default -> problem(404, "not-found", 0);
    };
  }

  /** Held for as long as the poll says. */
  private List<ActionOrder> orders(JsonNode poll) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(poll.path("wait").asInt());
    try {
      for (long left = 1; polls.isEmpty() && left > 0; left = until - System.nanoTime()) {
        wait(Math.max(1, left / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return polls.isEmpty() ? List.of() : polls.remove();
  }

  private static String scripts(JsonNode request) {
    var answer = MAPPER.createObjectNode().put("data_id", request.get("data_id").asText());
    var list = answer.putObject("data_list");
    request
        .get("param_list")
        .forEach(param -> list.put(param.get("build_config_file_version_list").asText(), "true\n"));
    return answer.toString();
  }

  private Answer append(String query, byte[] body) {
    int offset = Integer.parseInt(query.replaceFirst(".*offset=(\\d+).*", "$1"));
    if (offset > log.size()) {
      return problem(409, "log-gap", log.size());
    }
    int known = Math.min(log.size() - offset, body.length);
    log.write(body, known, body.length - known);
    int next = log.size();
    if (next > forgetAt) {
      byte[] kept = log.toByteArray();
      log.reset();
      log.write(kept, 0, forgetAt);
      forgetAt = Integer.MAX_VALUE;
    }
    return new Answer(200, "{\"offset\":" + next + "}");
  }

  private Answer complete(JsonNode request) {
    if (request.has("log_bytes") && request.get("log_bytes").asLong() > log.size()) {
      return problem(409, "log-incomplete", log.size());
    }
    completions.add(request);
    return new Answer(200, "{}");
  }

  private static Answer problem(int status, String slug, long offset) {
    return new Answer(
        status,
        """
        {"type":"urn:laas-soa:problem:%s","title":"%s","status":%d,"offset":%d}\
        """
            .formatted(slug, slug, status, offset));
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private record Answer(int status, String body) {}
}
