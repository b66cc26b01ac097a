package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laassoa.builder.testing.ScriptedServer.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.server.HttpServerConnection;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.FrontProxy;
import org.laassoa.builder.testing.FrontProxy.Sockets;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.testing.ScriptedServer;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.StepName;

/** How the whole agent learns of work, with and without proxies that are in its way. */
@QuarkusTest
class PickUpQuarkusTest {

  private static final String POLL = "/consume_action";

  /** Below the pause between two polls with the doorbell, far above what a ring takes. */
  private static final Duration SOON = Duration.ofSeconds(3);

  @Inject Vertx vertx;
  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private ScriptedServer server;
  private FrontProxy front;
  private Agent agent;
  private CompletableFuture<Integer> ended;

  @BeforeEach
  void listen() throws Exception {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    agent.stop();
    agent.close();
    front.close();
    server.close();
  }

  @Test
  void a_ring_brings_a_poll_at_once() throws Exception {
    start(Sockets.PASSED_ON, PickUpChoice.AUTO, 1);
    awaitPick("doorbell");
    int before = server.calls(POLL).size();

    server.answerPoll(work(Actions.compileOnly("7"), 1));
    front.ring();

    await().atMost(SOON).until(() -> server.calls(POLL).size() > before);
    assertThat(server.awaitCompletion().at("/outcome/result").asText()).isEqualTo("succeeded");
  }

  @Test
  void with_the_doorbell_there_are_few_polls_and_none_is_held() throws Exception {
    start(Sockets.PASSED_ON, PickUpChoice.AUTO, 1);
    awaitPick("doorbell");
    int first = server.calls(POLL).size();

    await().until(() -> server.calls(POLL).size() > first);

    assertThat(server.between(POLL, first - 1, first)).isGreaterThan(Duration.ofSeconds(4));
    assertThat(lastPoll().get("wait").asInt()).isZero();
  }

  @Test
  void a_ring_brings_a_cancel_at_once() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("working\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(Sockets.PASSED_ON, PickUpChoice.AUTO, 1);
    executor.begun.take();
    awaitPick("doorbell");

    server.answerPoll(ActionOrder.cancel("7", 1));
    front.ring();

    assertThat(executor.interrupted.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void where_upgrades_are_refused_polls_are_held() throws Exception {
    start(Sockets.REFUSED, PickUpChoice.AUTO, 1);
    awaitPick("held_poll");

    server.answerPoll(work(Actions.compileOnly("7"), 1));

    server.awaitCompletion();
    assertThat(server.calls(POLL).stream().map(call -> call.body().get("wait").asInt()))
        .contains(10);
  }

  @Test
  void a_held_poll_brings_a_cancel_at_once() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("working\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(Sockets.REFUSED, PickUpChoice.HELD_POLL, 2);
    executor.begun.take();
    await()
        .until(() -> lastPoll().get("holding").size() == 1 && lastPoll().get("wait").asInt() > 0);

    server.answerPoll(ActionOrder.cancel("7", 1));

    assertThat(executor.interrupted.await(SOON.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void polls_of_a_full_agent_are_not_held() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("working\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(Sockets.REFUSED, PickUpChoice.HELD_POLL, 1);
    executor.begun.take();

    await().until(() -> lastPoll().get("holding").size() == 1);

    assertThat(lastPoll().get("wait").asInt()).isZero();
    assertThat(lastPoll().get("pick_up").asText()).isEqualTo("held_poll");
  }

  @Test
  void a_socket_through_which_nothing_comes_is_given_up_for_held_polls() throws Exception {
    start(Sockets.SWALLOWED, PickUpChoice.AUTO, 1);

    awaitPick("held_poll");

    assertThat(front.authorizations()).contains("Bearer agent-token");
  }

  @Test
  void where_long_requests_are_cut_the_agent_asks_each_half_second() throws Exception {
    start(Sockets.REFUSED, PickUpChoice.AUTO, 1);
    front.cutAfter(Duration.ofMillis(300));
    awaitPick("poll");

    // The server may still answer the two polls that were cut: what is lost is handed out again.
    for (int i = 0; i < 3; i++) {
      server.answerPoll(work(Actions.compileOnly("7"), 1));
    }

    await().atMost(SOON).until(() -> !executor.begun.isEmpty());
    assertThat(lastPoll().get("wait").asInt()).isZero();
  }

  @Test
  void a_server_that_comes_back_rings_again() throws Exception {
    start(Sockets.PASSED_ON, PickUpChoice.AUTO, 1);
    awaitPick("doorbell");

    front.goAway();
    await().until(() -> !front.hasListener());
    front.comeBack();

    await().until(front::hasListener);
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    front.ring();
    server.awaitCompletion();
    awaitPick("doorbell");
  }

  @Test
  void who_wants_plain_polls_gets_them() throws Exception {
    start(Sockets.PASSED_ON, PickUpChoice.POLL, 1);

    awaitPick("poll");

    assertThat(lastPoll().get("wait").asInt()).isZero();
    assertThat(front.authorizations()).isEmpty();
  }

  @Test
  void an_agent_that_stops_does_not_wait_for_its_held_poll() throws Exception {
    start(Sockets.REFUSED, PickUpChoice.HELD_POLL, 1);
    awaitPick("held_poll");

    agent.stop();

    assertThat(ended.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isZero();
  }

  @Test
  void an_agent_without_room_on_its_disk_says_so() throws Exception {
    start(Sockets.PASSED_ON, PickUpChoice.POLL, 1, 1L << 60);

    await().until(() -> !server.calls(POLL).isEmpty());

    assertThat(lastPoll().get("not_taking").asText()).contains("free, less than the");
  }

  private void awaitPick(String way) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> !server.calls(POLL).isEmpty() && lastPoll().get("pick_up").asText().equals(way));
  }

  private JsonNode lastPoll() {
    return server.calls(POLL).getLast().body();
  }

  private void start(Sockets sockets, PickUpChoice choice, int capacity) {
    start(sockets, choice, capacity, 0);
  }

  private void start(Sockets sockets, PickUpChoice choice, int capacity, long minFreeDisk) {
    front = new FrontProxy(vertx, server.address(), sockets);
    Settings settings =
        TestSettings.with(TestSettings.of(front.address(), folder, capacity), choice, minFreeDisk);
    agent =
        Agent.of(
            settings,
            "0.1.0",
            new AgentRoot(folder),
            executor,
            HttpServerConnection.of(front.address(), "agent-token", vertx));
    Agent running = agent;
    ended = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                ended.complete(running.run());
              } catch (StartFailure failure) {
                ended.completeExceptionally(failure);
              }
            });
  }
}
