package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

@RequiresEngine
@Timeout(60)
class EngineGoneIT {

  private static final String UNTIL_GO =
      "echo started; until [ -f \"$LAAS_TARGET/go\" ]; do sleep 0.05; done";

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @TempDir Path root;
  @TempDir Path sockets;
  EngineProxy proxy;
  EngineTestBed bed;
  EngineTestBed direct;
  Engine real;

  @BeforeEach
  void connect() throws Exception {
    proxy = new EngineProxy(sockets);
    bed =
        new EngineTestBed(
            root, DockerExecutor.connect(root, proxy.dockerHost(), PATIENCE).orElseThrow());
    direct = new EngineTestBed(root);
    real = new Engine(EngineAddress.of(EngineTestBed.dockerHost()), Duration.ZERO);
  }

  @AfterEach
  void cleanUp() throws IOException {
    proxy.close();
    proxy = new EngineProxy(sockets);
    bed.close();
    proxy.close();
    direct.executor.removeLeftovers(Set.of());
    direct.executor.removeImage(Environment.imageNameOf(bed.environment));
    direct.close();
    real.close();
  }

  @Test
  void an_engine_that_stays_away_while_a_script_runs_is_gone() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script("echo started; sleep 300"));
    awaitRunning();
    // When
    proxy.close();
    // Then
    assertThat(ended.get(PATIENCE.toSeconds() + 6, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            BuildFailure.class,
            failure ->
                assertThat(failure.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.InfrastructureFailed.class,
                        outcome -> {
                          assertThat(outcome.reason()).isEqualTo(FailureReason.ENGINE_GONE);
                          assertThat(outcome.step()).isEqualTo("compile");
                        }));
  }

  @Test
  void a_container_that_could_not_be_removed_is_removed_when_the_engine_is_back() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script("echo started; sleep 300"));
    awaitRunning();
    proxy.close();
    assertThat(ended.get(PATIENCE.toSeconds() + 6, TimeUnit.SECONDS))
        .isInstanceOf(BuildFailure.class);
    assertThat(listed()).hasSize(1);
    // When
    proxy = new EngineProxy(sockets);
    // Then
    await().until(() -> listed().isEmpty());
  }

  @Test
  void a_container_that_was_made_without_a_word_is_removed_when_the_engine_is_back()
      throws Exception {
    // Given
    ScriptRun run = bed.script("sleep 300");
    proxy.dieAtAnswerTo("/containers/create");
    assertThat(start(run).get(10, TimeUnit.SECONDS)).isInstanceOf(BuildFailure.class);
    assertThat(listed()).hasSize(1);
    // When
    proxy = new EngineProxy(sockets);
    // Then
    await().until(() -> listed().isEmpty());
  }

  @Test
  void a_connection_that_breaks_while_the_engine_lives_does_no_harm() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script(UNTIL_GO));
    awaitRunning();
    // When
    proxy.cut();
    // Then
    Files.createFile(bed.workspace.target().resolve("go"));
    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Exited(0));
  }

  @Test
  void an_engine_that_is_away_for_a_moment_only_delays() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script(UNTIL_GO + "; exit 5"));
    awaitRunning();
    proxy.close();
    Files.createFile(bed.workspace.target().resolve("go"));
    await().until(() -> running() == 0);
    // When
    proxy = new EngineProxy(sockets);
    // Then
    assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Exited(5));
  }

  @Test
  void a_script_that_its_engine_took_down_did_not_fail_by_itself() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script(UNTIL_GO));
    awaitRunning();
    proxy.close();
    stopAll();
    // When
    proxy = new EngineProxy(sockets);
    // Then
    assertThat(ended.get(20, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            BuildFailure.class,
            failure -> assertThat(failure.outcome().describe()).contains("engine"));
  }

  @Test
  void where_no_engine_answers_there_is_no_executor() throws Exception {
    // Given
    proxy.close();
    // When
    var executor = DockerExecutor.connect(root, proxy.dockerHost());
    // Then
    assertThat(executor).isEmpty();
  }

  /** It may print before the engine has said that it was started. */
  private void awaitRunning() {
    await().until(() -> bed.output().contains("started") && proxy.waited());
  }

  private long running() {
    return listed().stream().filter(one -> "running".equals(one.getState())).count();
  }

  /** As an engine does with its containers when it is stopped itself. */
  private void stopAll() {
    for (Container one : listed()) {
      real.quietly(SOON, docker -> docker.stopContainerCmd(one.getId()).withTimeout(0).exec());
    }
  }

  private List<Container> listed() {
    List<Container> listed = new ArrayList<>();
    Map<String, String> ours = Map.of(Labels.ROOT, root.toString());
    real.quietly(
        SOON,
        docker ->
            listed.addAll(
                docker.listContainersCmd().withShowAll(true).withLabelFilter(ours).exec()));
    return listed;
  }

  private CompletableFuture<Object> start(ScriptRun run) {
    var ended = new CompletableFuture<Object>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                ended.complete(bed.executor.run(run, bed));
              } catch (BuildFailure | InterruptedException | RuntimeException e) {
                ended.complete(e);
              }
            });
    return ended;
  }
}
