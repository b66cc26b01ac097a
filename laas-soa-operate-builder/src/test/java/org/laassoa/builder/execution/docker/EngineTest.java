package org.laassoa.builder.execution.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.WaitResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.docker.transport.LoopbackEngine;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

/** With engines that no real one can be made to be: silent, or dying in the middle of an answer. */
@Timeout(20)
class EngineTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @TempDir Path folder;

  @Test
  void an_interrupt_ends_a_streamed_answer_and_its_connection() throws Exception {
    // Given
    try (var loopback = new LoopbackEngine(folder, HEAD, false);
        var engine = new Engine(loopback.address(), Duration.ZERO)) {
      var ended = new CompletableFuture<Throwable>();
      Thread caller = start(ended, () -> waitFor(engine));
      loopback.request();
      // When
      caller.interrupt();
      // Then
      assertThat(ended.get(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
      loopback.awaitConnectionEnd();
    }
  }

  @Test
  void a_call_to_a_silent_engine_is_given_up_a_second_after_the_interrupt() throws Exception {
    // Given
    try (var loopback = new LoopbackEngine(folder, "", false);
        var engine = new Engine(loopback.address(), Duration.ZERO)) {
      var ended = new CompletableFuture<Throwable>();
      Thread caller =
          start(ended, () -> engine.call(StepName.IMAGE, docker -> docker.infoCmd().exec()));
      loopback.request();
      // When
      caller.interrupt();
      // Then
      assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
      loopback.awaitConnectionEnd();
    }
  }

  @Test
  void an_answer_that_breaks_off_means_that_the_engine_is_gone() throws Exception {
    // Given
    try (var loopback = new LoopbackEngine(folder, HEAD + "5\r\n{\"St", true);
        var engine = new Engine(loopback.address(), Duration.ZERO)) {
      var ended = new CompletableFuture<Throwable>();
      // When
      start(ended, () -> waitFor(engine));
      // Then
      assertThat(ended.get(2, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              BuildFailure.class,
              failure ->
                  assertThat(failure.outcome())
                      .isInstanceOfSatisfying(
                          Outcome.InfrastructureFailed.class,
                          outcome ->
                              assertThat(outcome.reason()).isEqualTo(FailureReason.ENGINE_GONE)));
    }
  }

  @Test
  void a_silent_engine_does_not_answer() throws Exception {
    // Given
    try (var loopback = new LoopbackEngine(folder, "", false);
        var engine = new Engine(loopback.address(), Duration.ZERO)) {
      // When
      boolean answers = engine.answers(Duration.ofMillis(100));
      // Then
      assertThat(answers).isFalse();
    }
  }

  private static Void waitFor(Engine engine) throws Exception {
    engine.<WaitResponse>stream(
        StepName.COMPILE, docker -> docker.waitContainerCmd("x"), answer -> {});
    return null;
  }

  private static Thread start(CompletableFuture<Throwable> ended, Callable<?> call) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                call.call();
                ended.complete(null);
              } catch (Exception e) {
                ended.complete(e);
              }
            });
  }
}
