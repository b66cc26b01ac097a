package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.StepName;

/**
 * Waits for a container's end. The connection that waits may break without harm, such as by a proxy
 * that dislikes silence; so when it does, the engine is asked before it is called gone.
 */
final class ContainerExit {

  private static final Duration ANSWER = Duration.ofSeconds(1);

  /** A wait that breaks sooner than this says that something is wrong with the engine. */
  private static final Duration HEALTHY_WAIT = Duration.ofSeconds(5);

  private static final int MAX_SHORT_WAITS = 3;

  private final Engine engine;
  private final StepName step;
  private final String container;

  ContainerExit(Engine engine, StepName step, String container) {
    this.engine = engine;
    this.step = step;
    this.container = container;
  }

  /** The exit code, 0 to 255. */
  int await() throws BuildFailure, InterruptedException {
    int shortWaits = 0;
    while (true) {
      long begin = System.nanoTime();
      try {
        return exitCode();
      } catch (BuildFailure gone) {
        if (System.nanoTime() - begin < HEALTHY_WAIT.toNanos()) {
          shortWaits++;
        }
        if (shortWaits > MAX_SHORT_WAITS || !engine.answers(ANSWER)) {
          throw gone;
        }
        ContainerState state = state();
        if (!Objects.requireNonNullElse(state.getRunning(), false)) {
          return endedMeanwhile(state, gone);
        }
      }
    }
  }

  private int exitCode() throws BuildFailure, InterruptedException {
    AtomicReference<@Nullable Integer> code = new AtomicReference<>();
    engine.stream(
        step,
        docker -> docker.waitContainerCmd(container),
        answer -> code.set(answer.getStatusCode()));
    return Objects.requireNonNullElseGet(code.get(), () -> -1);
  }

  private ContainerState state() throws BuildFailure, InterruptedException {
    return engine.call(step, docker -> docker.inspectContainerCmd(container).exec()).getState();
  }

  /**
   * A failure may be the engine's own, which takes its containers down with it: not the script's.
   */
  private static int endedMeanwhile(ContainerState state, BuildFailure gone) throws BuildFailure {
    if (state.getExitCodeLong() == null || state.getExitCodeLong() != 0) {
      throw gone;
    }
    return 0;
  }
}
