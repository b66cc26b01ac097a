package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.RequiresEngine;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.wire.Outcome;

@RequiresEngine
@Timeout(60)
class ScriptEndIT {

  @TempDir Path root;
  EngineTestBed bed;
  Thread build;

  @BeforeEach
  void connect() throws Exception {
    bed = new EngineTestBed(root);
  }

  @AfterEach
  void cleanUp() {
    bed.close();
  }

  @Test
  void an_interrupt_removes_the_container_within_two_seconds() throws Exception {
    // Given
    CompletableFuture<Throwable> ended = start(bed.script("echo started; trap '' TERM; sleep 300"));
    await().until(() -> bed.output().contains("started"));
    // When
    build.interrupt();
    // Then
    assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(bed.containers()).isZero();
  }

  @RepeatedTest(5)
  void an_interrupt_while_it_starts_leaves_no_container() throws Exception {
    // Given
    CompletableFuture<Throwable> ended = start(bed.script("sleep 300"));
    // When
    build.interrupt();
    // Then
    assertThat(ended.get(3, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(bed.containers()).isZero();
  }

  @Test
  void leftovers_of_this_root_are_removed() throws Exception {
    // Given
    CompletableFuture<Throwable> ended = start(bed.script("echo started; sleep 300"));
    await().until(() -> bed.output().contains("started"));
    // When
    bed.executor.removeLeftovers(Set.of());
    // Then
    assertThat(bed.containers()).isZero();
    assertThat(ended).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void a_container_that_somebody_removes_is_not_taken_for_a_script_that_fails() throws Exception {
    // Given
    CompletableFuture<Throwable> ended = start(bed.script("echo started; sleep 300"));
    await().until(() -> bed.output().contains("started"));
    // When
    bed.executor.removeLeftovers(Set.of());
    // Then
    assertThat(ended.get(5, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            BuildFailure.class,
            failure ->
                assertThat(failure.outcome()).isInstanceOf(Outcome.InfrastructureFailed.class));
  }

  /** Starts a script; completes with what its run throws, or null when it ends by itself. */
  private CompletableFuture<Throwable> start(ScriptRun run) {
    var ended = new CompletableFuture<Throwable>();
    build =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    bed.executor.run(run, bed);
                    ended.complete(null);
                  } catch (BuildFailure | InterruptedException | RuntimeException e) {
                    ended.complete(e);
                  }
                });
    return ended;
  }
}
