package org.laassoa.endtoend.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.laassoa.endtoend.bench.wire.LogAppender;
import org.laassoa.endtoend.bench.wire.PickUp;
import org.laassoa.endtoend.bench.wire.PollBody;
import org.laassoa.endtoend.load.HttpConnection;
import org.laassoa.endtoend.load.Load;
import org.laassoa.endtoend.load.RequestBytes;

/**
 * Log bytes appended in chunks by raw clients, one and many at once, beside plain inserts of the
 * same chunks into the same PostgreSQL; with the disk's flush as it is, and with one of a
 * millisecond.
 */
final class LogAppendBench {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHUNK = 256 * 1024;
  private static final int MANY = 16;
  private static final int HOLD_SECONDS = 10;

  private final BenchWorld world;
  private final Consumer<Figure> report;
  private final int chunks;
  private final byte[] chunk = LogBytes.TEXT.make(CHUNK, 0);

  LogAppendBench(BenchWorld world, Scale scale, Consumer<Figure> report) {
    this.world = world;
    this.report = report;
    this.chunks = scale.of(800, 32);
  }

  /** An attempt that an agent of the bench owns. */
  private record Owned(String token, long action, int attempt) {}

  void run() throws InterruptedException, SQLException {
    String project = BenchProjects.configure(world).getFirst();
    append(project, 1);
    for (Flush flush : Flush.values()) {
      flush.set(world.postgres());
      Figure plain =
          Figure.of("jdbc_insert_chunks", "MB/s", PlainLog.write(world.postgres(), chunk, chunks))
              .under("flush", flush.word());
      report.accept(plain);
      for (int writers : List.of(1, MANY)) {
        report.accept(
            Figure.of("log_append", "MB/s", append(project, writers))
                .under("writers", writers)
                .under("chunk_bytes", CHUNK)
                .under("flush", flush.word())
                .under("intact", true)
                .comparedTo(plain));
      }
    }
    Flush.AS_IT_IS.set(world.postgres());
  }

  /** Megabytes a second of so many writers together. */
  private double append(String project, int writers) throws InterruptedException, SQLException {
    int chunksOfEach = chunks / writers;
    List<Owned> owned = new ArrayList<>();
    for (String token : AgentRows.add(world.postgres(), writers)) {
      world.api().enqueue(project, "branch", "main", Map.of());
      owned.add(claim(token));
    }
    List<LogAppender> appenders =
        owned.stream()
            .map(it -> new LogAppender(it.token, it.action, it.attempt, chunk, chunksOfEach))
            .toList();
    double seconds;
    try (Load load = Load.connect(world.server().address(), appenders)) {
      seconds = load.untilDone().took().toNanos() / 1e9;
    }
    for (Owned each : owned) {
      complete(each, chunksOfEach);
      requireWhole(each);
    }
    return (double) writers * chunksOfEach * CHUNK / 1e6 / seconds;
  }

  private Owned claim(String token) {
    JsonNode order =
        ask(token, "/consume_action", PollBody.of(1, HOLD_SECONDS, PickUp.HELD_POLL)).path(0);
    if (order.isMissingNode()) {
      throw new IllegalStateException("what was enqueued was not handed out");
    }
    return new Owned(token, order.path("action_id").asLong(), order.path("attempt").asInt());
  }

  private void complete(Owned owned, int chunksSent) {
    MessageDigest digest = LogBytes.sha256();
    for (int i = 0; i < chunksSent; i++) {
      digest.update(chunk);
    }
    ask(
        owned.token,
        "/complete_action",
        """
        {"action_id": "%d", "attempt": %d, "outcome": {"result": "succeeded"},
         "log_bytes": %d, "log_sha256": "%s"}"""
            .formatted(
                owned.action, owned.attempt, (long) chunksSent * CHUNK, LogBytes.hex(digest)));
  }

  private void requireWhole(Owned owned) throws InterruptedException {
    if (!Boolean.TRUE.equals(world.api().build(owned.action).logIntact())) {
      throw new IllegalStateException("the log of " + owned.action + " is not what was sent");
    }
  }

  private JsonNode ask(String token, String path, String body) {
    try (HttpConnection connection = HttpConnection.open(world.server().address())) {
      return JSON.readTree(
          connection.ask(new RequestBytes("Bearer " + token).json(path, body)).require());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
