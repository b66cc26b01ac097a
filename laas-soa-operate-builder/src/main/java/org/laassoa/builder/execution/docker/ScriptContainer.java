package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.StepName;

/** One script in one container, which is removed whatever happens. */
final class ScriptContainer {

  /** What a shell, and the init process in front of it, end with when a program is not there. */
  private static final int COMMAND_NOT_FOUND = 127;

  private final Engine engine;
  private final Removals removals;
  private final ContainerOrder order;
  private final ScriptRun run;
  private final StepName step;

  ScriptContainer(Engine engine, Removals removals, ContainerOrder order) {
    this.engine = engine;
    this.removals = removals;
    this.order = order;
    this.run = order.run();
    this.step = order.run().step();
  }

  /** Runs the script to its end. */
  ExitStatus run() throws BuildFailure, InterruptedException {
    long outputBefore = outputLength();
    boolean ended = false;
    try {
      start();
      int code = new ContainerExit(engine, step, order.name()).await();
      ExitStatus status = code == 0 ? new ExitStatus.Exited(0) : failed(code, outputBefore);
      ended = true;
      return status;
    } catch (NotFoundException e) {
      throw removedByOthers();
    } catch (DockerException e) {
      throw BuildFailure.infrastructure(
          step,
          FailureReason.INTERNAL,
          "the script's container could not be run: " + EngineMessage.of(e));
    } finally {
      if (ended) {
        removals.removeSoon(order.name());
      } else {
        removals.removeNow(order.name());
      }
    }
  }

  private void start() throws BuildFailure, InterruptedException {
    try {
      engine.call(step, docker -> order.command(docker).exec());
    } catch (NotFoundException e) {
      throw Images.unavailable(step, order.image(), EngineMessage.of(e));
    }
    if (!run.homeFiles().isEmpty()) {
      byte[] files = HomeFiles.archive(ContainerOrder.LOCATIONS.home(), run.homeFiles());
      engine.call(
          step,
          docker ->
              docker
                  .copyArchiveToContainerCmd(order.name())
                  .withRemotePath("/")
                  .withTarInputStream(new ByteArrayInputStream(files))
                  .exec());
    }
    engine.call(step, docker -> docker.startContainerCmd(order.name()).exec());
  }

  private ExitStatus failed(int code, long outputBefore) throws BuildFailure, InterruptedException {
    InspectContainerResponse.ContainerState state =
        engine.call(step, docker -> docker.inspectContainerCmd(order.name()).exec()).getState();
    if ("removing".equals(state.getStatus()) || "dead".equals(state.getStatus())) {
      throw removedByOthers();
    }
    if (Objects.requireNonNullElse(state.getOOMKilled(), false)) {
      return new ExitStatus.OutOfMemory();
    }
    if (code == COMMAND_NOT_FOUND && outputLength() == outputBefore && !hasShell()) {
      throw BuildFailure.input(
          step,
          FailureReason.IMAGE_UNAVAILABLE,
          "the image " + run.environment().image() + " cannot run scripts: it has no /bin/sh");
    }
    return new ExitStatus.Exited(code);
  }

  private BuildFailure removedByOthers() {
    return BuildFailure.infrastructure(
        step, FailureReason.INTERNAL, "somebody removed the script's container while it ran");
  }

  private boolean hasShell() throws BuildFailure, InterruptedException {
    try {
      return engine.call(
          step,
          docker -> {
            try (InputStream found =
                docker.copyArchiveFromContainerCmd(order.name(), "/bin/sh").exec()) {
              return found != null;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (NotFoundException e) {
      return false;
    }
  }

  private long outputLength() {
    try {
      return Files.size(run.rawOutput());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
