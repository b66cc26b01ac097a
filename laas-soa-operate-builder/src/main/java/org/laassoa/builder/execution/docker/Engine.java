package org.laassoa.builder.execution.docker;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AsyncDockerCmd;
import com.github.dockerjava.core.DockerClientImpl;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.docker.transport.EngineAddress;
import org.laassoa.builder.execution.docker.transport.EngineHttpClient;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.StepName;

/**
 * The calls to one container engine. A broken connection becomes {@link FailureReason#ENGINE_GONE};
 * what the engine refuses stays docker-java's exception, since only the caller knows what it means.
 */
final class Engine implements AutoCloseable {

  /** How long an interrupted caller waits for a call that is under way, to know what came of it. */
  private static final Duration INTERRUPT_GRACE = Duration.ofSeconds(1);

  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** An engine that is about to stop may still say that it is there. */
  private static final int MOST_TRIES = 5;

  private final EngineAddress address;
  private final Duration patience;
  private final DockerClient client;

  /**
   * The engine at that address.
   *
   * @param patience how long it may be away before it counts as gone
   */
  Engine(EngineAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.client =
        DockerClientImpl.getInstance(
            new EngineConfig(address.dockerHost()), new EngineHttpClient(address));
  }

  EngineAddress address() {
    return address;
  }

  /** Whether the engine answers within that time. */
  boolean answers(Duration within) {
    return quietly(within, docker -> docker.pingCmd().exec());
  }

  /** Waits until the engine answers; false when its patience is over before. */
  boolean comesBack() throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!answers(ANSWER)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }

  /**
   * Makes a short call. An interrupt does not tear it in the middle, so that what it has made is
   * known and can be removed; it is noticed by the next call.
   *
   * @throws RuntimeException what docker-java throws when the engine refuses
   */
  <T> T call(StepName step, Function<DockerClient, T> request)
      throws BuildFailure, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    FutureTask<T> task = new FutureTask<>(() -> request.apply(client));
    Thread.ofVirtual().start(task);
    try {
      return outcome(step, task);
    } catch (InterruptedException interrupt) {
      try {
        task.get(INTERRUPT_GRACE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        task.cancel(true);
      }
      throw interrupt;
    }
  }

  /**
   * Makes a short call that changes nothing. Where the connection breaks, the engine is waited for
   * and asked again.
   *
   * @throws RuntimeException what docker-java throws when the engine refuses
   */
  <T> T ask(StepName step, Function<DockerClient, T> question)
      throws BuildFailure, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return call(step, question);
      } catch (BuildFailure gone) {
        Thread.sleep(LOOK);
        if (tries == MOST_TRIES || !comesBack()) {
          throw gone;
        }
      }
    }
  }

  /**
   * Makes a call that answers bit by bit, and waits for its end.
   *
   * @param items takes each part of the answer, on another thread, never after this has returned
   * @throws RuntimeException what docker-java throws when the engine refuses
   */
  <T> void stream(
      StepName step, Function<DockerClient, AsyncDockerCmd<?, T>> request, Consumer<T> items)
      throws BuildFailure, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try (StreamedAnswer<T> answer = new StreamedAnswer<>(items)) {
      request.apply(client).exec(answer);
      answer.await();
    } catch (RuntimeException e) {
      throw orGone(step, e);
    }
  }

  /**
   * Makes a call for clean-up: whatever happens to the calling thread, and whatever comes of it.
   *
   * @return whether it succeeded in time
   */
  boolean quietly(Duration within, Consumer<DockerClient> request) {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              request.accept(client);
              return true;
            });
    Thread thread = Thread.ofVirtual().start(task);
    boolean interrupted = false;
    try {
      long end = System.nanoTime() + within.toNanos();
      while (true) {
        try {
          return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException | TimeoutException e) {
      thread.interrupt();
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      // Nothing is kept open between calls.
    }
  }

  private static <T> T outcome(StepName step, FutureTask<T> task)
      throws BuildFailure, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw orGone(step, failure);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Returns the exception to throw on, unless it is a broken connection: then throws that. */
  private static RuntimeException orGone(StepName step, RuntimeException failure)
      throws BuildFailure {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // An answer that was read and not understood is an IOException too, and no broken connection.
      if (cause instanceof IOException && !(cause instanceof JsonMappingException)) {
        throw BuildFailure.infrastructure(
            step,
            FailureReason.ENGINE_GONE,
            "the container engine does not answer any more: " + EngineMessage.of(cause));
      }
    }
    return failure;
  }
}
