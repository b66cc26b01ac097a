package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.laassoa.builder.testing.ScriptedServer.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.DiagnoseData;
import org.laassoa.wire.StepName;

/** The whole agent against a server on loopback, with an executor that does as it is told. */
@QuarkusTest
class AgentQuarkusTest {

  private static final String POLL = "/consume_action";
  private static final String COMPLETE = "/complete_action";

  @Inject Vertx vertx;
  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private ScriptedServer server;
  private AgentRoot root;
  private Agent agent;
  private CompletableFuture<Integer> ended;

  @BeforeEach
  void listen() throws Exception {
    server = new ScriptedServer();
    root = new AgentRoot(folder);
  }

  @AfterEach
  void stop() {
    if (agent != null) {
      agent.stop();
      agent.close();
    }
    server.close();
  }

  @Test
  void an_action_is_built_and_its_log_and_result_reach_the_server() throws Exception {
    server.answerPoll(work(Actions.compileOnly("7"), 1));

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(server.log()).contains("==> compile: compile.sh\noutput of compile.sh\n");
    assertThat(completion.get("log_bytes").asInt()).isEqualTo(server.log().length());
    assertThat(server.calls(POLL).getFirst().authorization()).isEqualTo("Bearer agent-token");
  }

  @Test
  void what_is_held_is_told_with_its_step() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("begun\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 3));

    start(1);

    await()
        .untilAsserted(
            () ->
                assertThat(server.calls(POLL).getLast().body().at("/holding/0").toString())
                    .isEqualTo("{\"action_id\":\"7\",\"attempt\":3,\"step\":\"compile\"}"));
  }

  @Test
  void a_script_that_must_not_run_twice_begins_when_a_poll_with_its_step_was_answered()
      throws Exception {
    CompletableFuture<List<ScriptedServer.Call>> polls = new CompletableFuture<>();
    executor.on(
        StepName.COMPILE,
        (run, output) -> {
          polls.complete(server.calls(POLL));
          return new ExitStatus.Exited(0);
        });
    server.fail(POLL, 200, 503, 503);
    server.answerPoll(work(Actions.compiledOnce("7"), 1));

    start(1);

    assertThat(polls.get(20, TimeUnit.SECONDS))
        .hasSizeGreaterThan(3)
        .last()
        .extracting(call -> call.body().at("/holding/0/step").asText())
        .isEqualTo("compile");
  }

  @Test
  void the_log_is_shipped_while_the_script_runs() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("first byte"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));

    start(1);

    await().untilAsserted(() -> assertThat(server.log()).endsWith("first byte"));
  }

  @Test
  void after_a_hand_out_the_next_poll_does_not_wait() throws Exception {
    for (int i = 0; i < 6; i++) {
      server.answerPoll(work(Actions.compileOnly("a" + i), 1));
    }

    start(6);
    await().until(() -> server.calls(POLL).size() > 6);

    assertThat(server.between(POLL, 0, 6)).isLessThan(Duration.ofMillis(6 * 450));
  }

  @Test
  void a_server_that_fails_is_asked_more_and_more_seldom_until_it_answers() throws Exception {
    server.fail(POLL, 503, 503);
    server.answerPoll(work(Actions.compileOnly("7"), 1));

    start(1);
    server.awaitCompletion();

    assertThat(server.between(POLL, 0, 1)).isGreaterThan(Duration.ofMillis(440));
    assertThat(server.between(POLL, 1, 2)).isGreaterThan(Duration.ofMillis(890));
  }

  @Test
  void a_refused_token_ends_the_agent_and_its_builds() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    executor.begun.take();

    server.fail(POLL, 401);

    assertThatThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
        .hasStackTraceContaining("does not accept this agent any more");
    assertThat(executor.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_is_handed_out_again_is_not_built_twice() throws Exception {
    ActionOrder order = work(Actions.compileOnly("7"), 1);
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(order);
    server.answerPoll(order);
    server.answerPoll(order);

    start(2);
    await().until(() -> server.calls(POLL).size() > 3);

    assertThat(executor.begun).hasSize(1);
  }

  @Test
  void a_cancelled_build_is_interrupted_and_reported_as_cancelled() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("working\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    executor.begun.take();

    server.answerPoll(ActionOrder.cancel("7", 1));

    JsonNode completion = server.awaitCompletion();
    assertThat(completion.get("outcome").toString())
        .isEqualTo("{\"result\":\"cancelled\",\"step\":\"compile\"}");
    assertThat(server.log()).endsWith("working\n==> cancelled\n");
  }

  @Test
  void an_abandoned_build_is_interrupted_and_nothing_of_it_stays() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    executor.begun.take();

    server.answerPoll(ActionOrder.abandon("7", 1));

    await().until(() -> root.attemptDirectories().isEmpty());
    assertThat(executor.interrupted.getCount()).isZero();
    assertThat(server.calls(COMPLETE)).isEmpty();
  }

  @Test
  void a_lease_that_was_lost_while_the_server_was_away_ends_the_build() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs("before\n"));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    executor.begun.take();
    server.fail(POLL, 503, 503);
    server.fail("/log_data", 503, 503, 503);

    server.answerPoll(ActionOrder.abandon("7", 1));

    await().until(() -> root.attemptDirectories().isEmpty());
    assertThat(executor.interrupted.getCount()).isZero();
    assertThat(server.calls(COMPLETE)).isEmpty();
  }

  @Test
  void a_newer_attempt_of_the_same_action_takes_the_place_of_the_older() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(2);
    executor.begun.take();

    server.answerPoll(work(Actions.compileOnly("7"), 2));

    assertThat(executor.begun.poll(20, TimeUnit.SECONDS).attempt()).isEqualTo(2);
    await().until(() -> root.attemptDirectories().size() == 1);
    assertThat(server.calls(COMPLETE)).isEmpty();
  }

  @Test
  void log_bytes_that_the_server_lost_are_sent_again() throws Exception {
    server.forgetLogAt(5);
    server.answerPoll(work(Actions.compileOnly("7"), 1));

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(server.log()).startsWith("==> ").endsWith("==> succeeded\n");
    assertThat(completion.get("log_bytes").asInt()).isEqualTo(server.log().length());
  }

  @Test
  void a_result_is_told_until_the_server_takes_it() throws Exception {
    server.fail(COMPLETE, 503, 502, 500);
    server.answerPoll(work(Actions.compileOnly("7"), 1));

    start(1);
    server.awaitCompletion();

    assertThat(server.calls(COMPLETE)).hasSize(4);
    await().until(() -> root.attemptDirectories().isEmpty());
  }

  @Test
  void a_result_outlives_the_process_that_could_not_report_it() throws Exception {
    server.fail(COMPLETE, 503, 503, 503, 503, 503, 503, 503, 503);
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    await().until(() -> !server.calls(COMPLETE).isEmpty());
    agent.stop();
    server.recover();

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(completion.get("log_bytes").asInt()).isEqualTo(server.log().length());
    assertThat(executor.begun).hasSize(1);
    await().until(() -> root.attemptDirectories().isEmpty());
  }

  @Test
  void a_build_that_waited_for_its_workspace_is_lost_with_the_process() throws Exception {
    Path lost = root.attemptDirectory("9", 1);
    Files.writeString(lost.resolve("log"), "half a");

    start(1);

    assertThat(root.attemptDirectories()).isEmpty();
    assertThat(executor.leftoversRemoved).hasValue(1);
  }

  @Test
  void an_agent_that_stops_leaves_its_builds_to_others() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(work(Actions.compileOnly("7"), 1));
    start(1);
    executor.begun.take();

    agent.stop();

    assertThat(ended.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(executor.interrupted.getCount()).isZero();
    assertThat(server.hasCompletion()).isFalse();
    assertThat(root.attemptDirectories()).isEmpty();
  }

  @Test
  void an_unknown_type_of_action_is_answered_with_words() throws Exception {
    server.answerPoll(new ActionOrder("deploy", "7", 1, 30, null));

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("infrastructure_failed");
    assertThat(completion.at("/outcome/detail").asText()).contains("deploy");
    assertThat(executor.begun).isEmpty();
  }

  @Test
  void a_clean_empties_caches_and_logs_what_it_removes() throws Exception {
    Workspace left = root.workspace("git", "app", "branch", "main");
    Files.createDirectories(left.source());
    server.answerPoll(
        new ActionOrder(
            "clean", "7", 1, 30, new CleanData("clean", "7", List.of("workspaces", "images"))));

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(completion.at("/steps/0/name").asText()).isEqualTo("clean");
    assertThat(server.log())
        .startsWith("==> clean: workspaces, images\nremoved workspaces git/app/branch/main")
        .endsWith("==> succeeded\n");
    assertThat(left.directory()).doesNotExist();
    await().until(() -> root.attemptDirectories().isEmpty());
  }

  @Test
  void a_diagnosis_says_how_the_agent_is_and_holds_no_secret() throws Exception {
    server.answerPoll(new ActionOrder("diagnose", "7", 1, 30, new DiagnoseData("diagnose", "7")));

    start(1);
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(server.log())
        .contains("version 0.1.0", "holds 7, attempt 1, in the step diagnose", "git         ")
        .contains("workspaces: 0, 0 bytes")
        .doesNotContain("agent-token");
  }

  private void start(int capacity) {
    Settings settings = TestSettings.of(server.address(), folder, capacity);
    agent =
        Agent.of(
            settings,
            "0.1.0",
            root,
            executor,
            HttpServerConnection.of(server.address(), "agent-token", vertx));
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
