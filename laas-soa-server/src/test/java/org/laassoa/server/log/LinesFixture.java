package org.laassoa.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Objects;
import org.laassoa.server.LaasConfig;
import org.laassoa.server.action.ActionId;
import org.laassoa.server.action.ActionState;
import org.laassoa.server.action.Completion;
import org.laassoa.server.action.Ownership;
import org.laassoa.server.action.QueueFixture;
import org.laassoa.server.database.Json;
import org.laassoa.server.database.Transactions;
import org.laassoa.server.log.LogPage.Line;

/** One log that grows, on a real database, seen by lines. */
final class LinesFixture {

  final QueueFixture world;
  final LogStore store;
  private final Transactions transactions;
  private final Ownership owner;
  private long length;
  private LogAttempts attempts;

  LinesFixture(Transactions transactions) {
    this.transactions = transactions;
    world = new QueueFixture(transactions);
    store = new LogStore(transactions, world.queue, config());
    ActionId action = world.enqueue();
    long agent = world.agent();
    world.claim(agent);
    owner = new Ownership(action, 1, agent);
    forgetIndexes();
  }

  private static LaasConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(LaasConfig.class)
        .withDefaultValue("laas.home", "unused")
        .withDefaultValue("laas.limits.log-bytes", "300000000")
        .build()
        .getConfigMapping(LaasConfig.class);
  }

  /** As after a start of the server. */
  void forgetIndexes() {
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    attempts = new LogAttempts(transactions, store, new Json(mapper));
  }

  /** Appends texts, each as a chunk of its own. */
  void append(String... texts) {
    for (String text : texts) {
      append(text.getBytes(UTF_8));
    }
  }

  void append(byte[] bytes) {
    Append answer = store.append(owner, length, bytes);
    length = ((Append.Stored) answer).next();
  }

  /** Ends the build, with steps as JSON. */
  void end(ActionState state, String steps) {
    world.queue.complete(
        new Completion(
            owner,
            state,
            state == ActionState.SUCCEEDED
                ? "{\"result\": \"succeeded\"}"
                : "{\"result\": \"script_failed\", \"step\": \"compile\", \"exit_code\": 1}",
            steps,
            "[]",
            null,
            null,
            null,
            null));
  }

  /** Makes the log one that was stored before lines were counted. */
  void forgetCounts() {
    world.sql(
        "UPDATE log_chunks SET line_feeds = NULL, received_at = NULL WHERE action_id = ?",
        owner.action().value());
  }

  String build() {
    return Long.toString(owner.action().value());
  }

  LogAttempt attempt() {
    return attempts.find(build(), null);
  }

  IndexedLog log() {
    return attempts.log(build(), attempt()).orElseThrow();
  }

  List<Line> lines(long from, int count) {
    return LogPages.read(log(), from, count);
  }

  List<String> texts(long from, int count) {
    return lines(from, count).stream().map(Line::text).map(Objects::requireNonNull).toList();
  }

  LogOutline outline() {
    return new LogOutlines().of(build(), attempt(), log());
  }
}
