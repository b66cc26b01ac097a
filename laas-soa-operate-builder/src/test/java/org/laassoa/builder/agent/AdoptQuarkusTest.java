package org.laassoa.builder.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laassoa.builder.testing.ScriptedServer.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.build.Checkpoint;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.server.HttpServerConnection;
import org.laassoa.builder.testing.Actions;
import org.laassoa.builder.testing.ScriptedExecutor;
import org.laassoa.builder.testing.ScriptedServer;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.StepName;
import org.laassoa.wire.StepReport;

/** An agent that finds a build which a former process of it was in the middle of. */
@QuarkusTest
class AdoptQuarkusTest {

  private static final String POLL = "/consume_action";
  private static final String SCRIPT = "compile-0123";
  private static final String BEFORE = "==> compile: compile.sh\n";

  @Inject Vertx vertx;
  @TempDir Path folder;

  private final ScriptedExecutor executor = new ScriptedExecutor();
  private ScriptedServer server;
  private AgentRoot root;
  private AttemptFiles files;
  private Agent agent;
  private Thread running;

  @BeforeEach
  void leave() throws Exception {
    server = new ScriptedServer();
    root = new AgentRoot(folder);
    files = new AttemptFiles(root.attemptDirectory("7", 2));
    Files.writeString(files.log(), BEFORE + "printed be");
    Files.writeString(files.directory().resolve("compile.raw"), "printed before\n");
    files.note(note("scripted", Boot.id()));
    executor.on(StepName.COMPILE, ScriptedExecutor.prints("printed after\n", 0));
  }

  @AfterEach
  void stop() throws InterruptedException {
    agent.stop();
    running.join();
    agent.close();
    server.close();
  }

  @Test
  void a_build_that_still_is_ours_is_gone_on_with() throws Exception {
    server.answerPoll(work(Actions.compileOnly("7"), 2));

    start();
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("succeeded");
    assertThat(completion.get("attempt").asInt()).isEqualTo(2);
    assertThat(server.log())
        .isEqualTo(
            BEFORE
                + "printed before\nprinted after\n"
                + "==> resumed after the agent was restarted\n==> succeeded\n");
    assertThat(completion.at("/steps/2/log_from").asInt()).isEqualTo(BEFORE.length());
    assertThat(executor.adopted.remove().name()).isEqualTo(SCRIPT);
    assertThat(executor.begun).isEmpty();
    await().until(() -> root.attemptDirectories().isEmpty());
  }

  @Test
  void until_the_server_answers_it_is_asked_and_nothing_is_held() throws Exception {
    start();

    await().until(() -> server.calls(POLL).size() > 2);
    assertThat(server.calls(POLL))
        .extracting(ScriptedServer.Call::body)
        .allSatisfy(
            poll -> {
              assertThat(poll.get("resume").toString())
                  .isEqualTo("[{\"action_id\":\"7\",\"attempt\":2,\"step\":\"compile\"}]");
              assertThat(poll.get("holding")).isEmpty();
            });
    assertThat(executor.spared).containsExactly(SCRIPT);
    assertThat(executor.adopted).isEmpty();
  }

  @Test
  void once_it_is_answered_it_is_held() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(work(Actions.compileOnly("7"), 2));

    start();

    await().until(() -> server.calls(POLL).size() > 1);
    JsonNode second = server.calls(POLL).get(1).body();
    assertThat(second.has("resume")).isFalse();
    assertThat(second.at("/holding/0/attempt").asInt()).isEqualTo(2);
  }

  @Test
  void a_build_that_is_not_ours_any_more_is_ended_and_nothing_of_it_stays() throws Exception {
    server.answerPoll(ActionOrder.abandon("7", 2));

    start();

    await().until(() -> root.attemptDirectories().isEmpty());
    assertThat(executor.discarded).containsExactly(SCRIPT);
    assertThat(server.calls("/complete_action")).isEmpty();
  }

  @Test
  void a_newer_attempt_waits_until_the_older_is_cleaned_up() throws Exception {
    server.answerPoll(work(Actions.compileOnly("7"), 3));

    start();
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.get("attempt").asInt()).isEqualTo(3);
    assertThat(executor.discarded).containsExactly(SCRIPT);
  }

  @Test
  void a_cancel_that_comes_with_the_answer_is_not_lost() throws Exception {
    executor.on(StepName.COMPILE, executor.hangs(""));
    server.answerPoll(ActionOrder.cancel("7", 2), work(Actions.compileOnly("7"), 2));

    start();
    JsonNode completion = server.awaitCompletion();

    assertThat(completion.at("/outcome/result").asText()).isEqualTo("cancelled");
  }

  @Test
  void a_build_of_the_same_workspace_waits_for_the_one_that_was_left() throws Exception {
    server.answerPoll(work(Actions.compileOnly("8"), 1));
    start();
    await().until(() -> server.calls(POLL).size() > 3);
    assertThat(executor.begun).isEmpty();

    server.answerPoll(ActionOrder.abandon("7", 2));

    assertThat(executor.begun.poll(20, TimeUnit.SECONDS).actionId()).isEqualTo("8");
  }

  @Test
  void a_script_that_is_gone_is_let_go_of_without_a_report() throws Exception {
    executor.on(StepName.COMPILE, (run, output) -> new ExitStatus.Unknown());
    server.answerPoll(work(Actions.compileOnly("7"), 2));

    start();

    await().until(() -> root.attemptDirectories().isEmpty());
    await().until(() -> server.calls(POLL).getLast().body().get("holding").isEmpty());
    assertThat(server.calls("/complete_action")).isEmpty();
  }

  @Test
  void after_a_start_of_the_host_nothing_is_asked_for() throws Exception {
    files.note(note("scripted", "another start"));

    start();

    assertThat(root.attemptDirectories()).isEmpty();
    assertThat(executor.spared).isEmpty();
  }

  @Test
  void what_another_executor_ran_is_not_asked_for() throws Exception {
    files.note(note("docker", Boot.id()));

    start();

    assertThat(root.attemptDirectories()).isEmpty();
  }

  @Test
  void a_note_that_cannot_be_read_is_given_up() throws Exception {
    Files.writeString(files.progress().file(), "{\"action_id\":");

    start();

    assertThat(root.attemptDirectories()).isEmpty();
  }

  @Test
  void an_agent_that_stops_ends_what_it_has_not_been_answered_for() throws Exception {
    start();
    await().until(() -> !server.calls(POLL).isEmpty());

    agent.stop();

    assertThat(executor.discarded).containsExactly(SCRIPT);
    assertThat(root.attemptDirectories()).isEmpty();
  }

  private AttemptNote note(String executorName, String boot) {
    Instant now = Instant.now();
    Checkpoint checkpoint =
        new Checkpoint(
            new Checkpoint.Begun(root.parentImage("hello").directory().toString(), now),
            List.of(
                new StepReport("scripts", "succeeded", now, now, 0L, 0L),
                new StepReport("image", "succeeded", now, now, 0L, 0L),
                new StepReport("compile", "running", now, null, 0L, null)),
            new ScriptMark(SCRIPT, BEFORE.length(), null, null),
            null,
            List.of(),
            null,
            null);
    return new AttemptNote("7", 2, executorName, boot, checkpoint);
  }

  private void start() throws IOException {
    Settings settings = TestSettings.of(server.address(), folder, 2);
    agent =
        Agent.of(
            settings,
            "0.1.0",
            root,
            executor,
            HttpServerConnection.of(server.address(), "agent-token", vertx));
    running =
        Thread.startVirtualThread(
            () -> {
              try {
                agent.run();
              } catch (StartFailure failure) {
                throw new AssertionError(failure);
              }
            });
  }
}
