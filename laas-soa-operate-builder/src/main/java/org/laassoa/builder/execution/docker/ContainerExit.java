package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.wire.StepName;

/**
 * Waits for a container's end. The connection that waits may break without harm, such as by a proxy
 * that dislikes silence, or an engine that is restarted and keeps its containers; so when it does,
 * the engine is waited for and asked before it is called gone.
 */
final class ContainerExit {

  /** A wait that breaks sooner than this says that something is wrong with the engine. */
  private static final Duration HEALTHY_WAIT = Duration.ofSeconds(5);

  private static final int MAX_SHORT_WAITS = 3;

  /** By SIGKILL, by SIGTERM, and what the engine says of a container that it lost. */
  private static final Set<Integer> KILLED = Set.of(137, 143, 255);

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
        if (shortWaits > MAX_SHORT_WAITS || !engine.comesBack()) {
          throw gone;
        }
        ContainerState state = state(gone);
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

  private ContainerState state(BuildFailure gone) throws BuildFailure, InterruptedException {
    try {
      return engine.ask(step, docker -> docker.inspectContainerCmd(container).exec()).getState();
    } catch (NotFoundException e) {
      throw gone;
    }
  }

  private static int endedMeanwhile(ContainerState state, BuildFailure gone) throws BuildFailure {
    Long code = state.getExitCodeLong();
    if (code == null || mayBeTheEngines(code.intValue())) {
      throw gone;
    }
    return code.intValue();
  }

  /** Whether a script may have ended so since its engine took it down: no failure of the script. */
  static boolean mayBeTheEngines(int exitCode) {
    return KILLED.contains(exitCode);
  }
}
