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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.server.HttpServerConnection;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.testing.ScriptedServer;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.StepName;

/** The whole agent, told to end. */
@QuarkusTest
class EndingQuarkusTest {

  private static final String POLL = "/consume_action";
  private static final String COMPLETE = "/complete_action";
  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject Vertx vertx;
  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private ScriptedServer server;
  private AgentRoot root;
  private Agent agent;
  private CompletableFuture<Integer> ended;

  @BeforeEach
  void listen() throws Exception {
    server = new ScriptedServer();
    root = new AgentRoot(folder);
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          ScriptedExecutor.print(run, "working\n");
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            executor.interrupted.countDown();
            throw e;
          }
          return new ExitStatus.Exited(0);
        });
  }

  @AfterEach
  void stop() {
    agent.stop();
    agent.close();
    server.close();
  }

  @Test
  void a_build_that_ends_within_the_grace_is_reported() throws Exception {
    startBuilding(LONG);

    agent.handBack();
    await().until(() -> !lastPoll().path("not_taking").isMissingNode());
    mayEnd.countDown();

    assertThat(exitCode()).isZero();
    assertThat(server.awaitCompletion().at("/outcome/result").asText()).isEqualTo("succeeded");
  }

  @Test
  void while_it_ends_polls_keep_the_leases_and_say_why_nothing_is_taken() throws Exception {
    startBuilding(LONG);

    agent.handBack();

    await()
        .untilAsserted(
            () -> {
              assertThat(lastPoll().path("not_taking").asText()).contains("shut down");
              assertThat(lastPoll().at("/holding/0/action_id").asText()).isEqualTo("7");
            });
    assertThat(ended).isNotDone();
  }

  @Test
  void a_build_that_does_not_end_within_the_grace_is_given_back() throws Exception {
    startBuilding(Duration.ofMillis(300));

    agent.handBack();

    JsonNode completion = server.awaitCompletion();
    assertThat(completion.get("outcome").toString())
        .isEqualTo("{\"result\":\"handed_back\",\"step\":\"compile\"}");
    assertThat(completion.at("/steps/2/state").asText()).isEqualTo("cancelled");
    assertThat(completion.has("log_bytes")).isFalse();
    assertThat(exitCode()).isZero();
    assertThat(executor.interrupted.getCount()).isZero();
    assertThat(root.attemptDirectories()).isEmpty();
  }

  @Test
  void told_twice_it_gives_back_at_once() throws Exception {
    startBuilding(LONG);
    agent.handBack();

    agent.handBack();

    assertThat(server.awaitCompletion().at("/outcome/result").asText()).isEqualTo("handed_back");
    assertThat(exitCode()).isZero();
  }

  @Test
  void a_server_that_is_away_does_not_keep_it_and_is_told_by_a_later_process() throws Exception {
    startBuilding(Duration.ZERO);
    server.fail(COMPLETE, 503, 503, 503, 503, 503, 503, 503, 503, 503);

    agent.handBack();

    assertThat(exitCode()).isZero();
    assertThat(server.hasCompletion()).isFalse();
    assertThat(new AttemptFiles(root.attemptDirectories().getFirst()).result().read()).isPresent();
  }

  @Test
  void the_order_to_stop_lets_everything_end_however_long_it_takes() throws Exception {
    startBuilding(Duration.ZERO);

    server.answerPoll(ActionOrder.stop());
    await().until(() -> lastPoll().path("not_taking").asText().contains("told it to stop"));
    mayEnd.countDown();

    assertThat(server.awaitCompletion().at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(exitCode()).isZero();
  }

  @Test
  void what_is_handed_out_meanwhile_is_given_back_unbegun() throws Exception {
    startBuilding(LONG);
    agent.handBack();
    await().until(() -> !lastPoll().path("not_taking").isMissingNode());

    server.answerPoll(work(Actions.compileOnly("8"), 1));

    JsonNode completion = server.awaitCompletion();
    assertThat(completion.get("action_id").asText()).isEqualTo("8");
    assertThat(completion.get("outcome").toString()).isEqualTo("{\"result\":\"handed_back\"}");
    assertThat(executor.begun).isEmpty();
  }

  @Test
  void what_only_this_agent_can_do_is_done_all_the_same() throws Exception {
    startBuilding(LONG);
    agent.handBack();
    await().until(() -> !lastPoll().path("not_taking").isMissingNode());

    server.answerPoll(new ActionOrder("clean", "8", 1, 30, new CleanData("clean", "8", List.of())));

    JsonNode completion = server.awaitCompletion();
    assertThat(completion.get("action_id").asText()).isEqualTo("8");
    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
  }

  @Test
  void an_idle_agent_ends_after_one_more_poll() throws Exception {
    start(LONG, null);
    await().until(() -> !server.calls(POLL).isEmpty());

    agent.handBack();

    assertThat(exitCode()).isZero();
    assertThat(lastPoll().path("not_taking").asText()).contains("shut down");
  }

  @Test
  void once_it_takes_one_action_and_ends() throws Exception {
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    server.answerPoll(work(Actions.compileOnly("8"), 1));
    mayEnd.countDown();

    start(LONG, LONG);

    assertThat(exitCode()).isZero();
    assertThat(executor.begun).hasSize(1);
    assertThat(server.awaitCompletion().get("action_id").asText()).isIn("7", "8");
  }

  @Test
  void once_it_does_not_wait_longer_than_it_may() throws Exception {
    start(LONG, Duration.ofMillis(200));

    assertThat(exitCode()).isEqualTo(4);
  }

  @Test
  void polls_say_what_the_agent_has() throws Exception {
    start(LONG, null);

    await().until(() -> !server.calls(POLL).isEmpty());

    assertThat(lastPoll().get("labels"))
        .extracting(JsonNode::asText)
        .contains("os=linux", "executor=scripted", "gpu");
  }

  private JsonNode lastPoll() {
    return server.calls(POLL).getLast().body();
  }

  private int exitCode() throws Exception {
    return ended.get(20, TimeUnit.SECONDS);
  }

  private void startBuilding(Duration grace) throws Exception {
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(grace, null);
    executor.begun.take();
  }

  private void start(Duration grace, Duration once) {
    agent =
        Agent.of(
            TestSettings.of(server.address(), folder, 2, grace),
            "0.1.0",
            root,
            executor,
            HttpServerConnection.of(server.address(), "agent-token", vertx));
    Agent running = agent;
    ended = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            ended.complete(once == null ? running.run() : running.runOnce(once));
          } catch (StartFailure failure) {
            ended.completeExceptionally(failure);
          }
        });
  }
}
