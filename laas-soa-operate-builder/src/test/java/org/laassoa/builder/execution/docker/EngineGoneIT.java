package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;

@RequiresEngine
@Timeout(60)
class EngineGoneIT {

  @TempDir Path root;
  @TempDir Path sockets;
  EngineProxy proxy;
  EngineTestBed bed;
  EngineTestBed direct;

  @BeforeEach
  void connect() throws Exception {
    proxy = new EngineProxy(sockets);
    bed = new EngineTestBed(root, DockerExecutor.connect(root, proxy.dockerHost()).orElseThrow());
    direct = new EngineTestBed(root);
  }

  @AfterEach
  void cleanUp() throws IOException {
    proxy.close();
    bed.close();
    direct.executor.removeLeftovers(Set.of());
    direct.executor.removeImage(ImageName.ofEnvironment(bed.environment));
    direct.close();
  }

  @Test
  void an_engine_that_goes_away_while_a_script_runs_is_noticed_at_once() throws Exception {
    // Given
    CompletableFuture<Object> ended = start(bed.script("echo started; sleep 300"));
    await().until(() -> bed.output().contains("started"));
    // When
    proxy.close();
    // Then
    assertThat(ended.get(3, TimeUnit.SECONDS))
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
  void a_connection_that_breaks_while_the_engine_lives_does_no_harm() throws Exception {
    // Given
    CompletableFuture<Object> ended =
        start(bed.script("echo started; until [ -f \"$LAAS_TARGET/go\" ]; do sleep 0.05; done"));
    await().until(() -> bed.output().contains("started"));
    // When
    proxy.cut();
    // Then
    Files.createFile(bed.workspace.target().resolve("go"));
    assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(new ExitStatus.Exited(0));
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
