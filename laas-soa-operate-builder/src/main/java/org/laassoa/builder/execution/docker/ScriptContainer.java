package org.laassoa.builder.execution.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
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
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.StepName;

/** One script in one container, which is removed whatever happens. */
final class ScriptContainer implements RunningScript {

  /** What a shell, and the init process in front of it, end with when a program is not there. */
  private static final int COMMAND_NOT_FOUND = 127;

  private final Engine engine;
  private final Removals removals;
  private final ContainerOrder order;
  private final ScriptRun run;
  private final StepName step;
  private final Ownership ownership;
  private long outputBefore;

  /** Whether the engine was asked to make it, and did not say what came of that. */
  private boolean inTheMaking;

  /** Whether its script was started, at some time. */
  private boolean begun = true;

  /** Whether nothing runs in it any more. */
  private boolean ended;

  /** Whether it ended while no process of the agent watched, or is not there at all. */
  private boolean unseen;

  ScriptContainer(Engine engine, Removals removals, ContainerOrder order, Ownership ownership) {
    this.engine = engine;
    this.removals = removals;
    this.order = order;
    this.run = order.run();
    this.step = order.run().step();
    this.ownership = ownership;
  }

  /** Makes the container and starts the script; nothing of it stays when that fails. */
  void start() throws BuildFailure, InterruptedException {
    outputBefore = outputLength();
    closedUnlessDone(
        () -> {
          create();
          engine.call(step, docker -> docker.startContainerCmd(order.name()).exec());
        });
  }

  /**
   * Finds the container that a former process of the agent made.
   *
   * @return whether the script ever began; a container in which it did not is removed
   */
  boolean adopt() throws BuildFailure, InterruptedException {
    closedUnlessDone(this::find);
    return begun;
  }

  private void find() throws BuildFailure, InterruptedException {
    try {
      InspectContainerResponse found = inspect();
      unseen = !Objects.requireNonNullElse(found.getState().getRunning(), false);
      begun = !"created".equals(found.getState().getStatus());
      if (!begun) {
        // By its id: the one that is made now gets its name.
        engine.ask(step, docker -> Removals.remove(docker, found.getId()));
      }
    } catch (NotFoundException e) {
      unseen = true;
    }
  }

  @Override
  public ExitStatus await() throws BuildFailure, InterruptedException {
    try {
      int code = new ContainerExit(engine, step, order.name()).await();
      ExitStatus status = code == 0 ? new ExitStatus.Exited(0) : failed(code);
      ended = true;
      return status;
    } catch (NotFoundException e) {
      if (unseen) {
        return new ExitStatus.Unknown();
      }
      throw removedByOthers();
    } catch (DockerException e) {
      throw notRun(e);
    }
  }

  @Override
  public void close() {
    if (ended) {
      removals.removeSoon(order.name());
    } else if (inTheMaking) {
      removals.removeOnceMade(order.name());
    } else {
      removals.removeNow(order.name());
    }
    ownership.giveBack(run);
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws BuildFailure, InterruptedException;
  }

  private void closedUnlessDone(Attempt attempt) throws BuildFailure, InterruptedException {
    boolean done = false;
    try {
      attempt.run();
      done = true;
    } catch (DockerException e) {
      throw notRun(e);
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private void create() throws BuildFailure, InterruptedException {
    inTheMaking = true;
    try {
      engine.call(step, docker -> order.command(docker).exec());
    } catch (NotFoundException e) {
      throw Images.unavailable(step, order.image(), EngineMessage.of(e));
    }
    inTheMaking = false;
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
  }

  private InspectContainerResponse inspect() throws BuildFailure, InterruptedException {
    return engine.ask(step, docker -> docker.inspectContainerCmd(order.name()).exec());
  }

  private ExitStatus failed(int code) throws BuildFailure, InterruptedException {
    ContainerState state = inspect().getState();
    if ("removing".equals(state.getStatus()) || "dead".equals(state.getStatus())) {
      throw removedByOthers();
    }
    if (Objects.requireNonNullElse(state.getOOMKilled(), false)) {
      return new ExitStatus.OutOfMemory();
    }
    if (unseen && ContainerExit.mayBeTheEngines(code)) {
      return new ExitStatus.Unknown();
    }
    if (code == COMMAND_NOT_FOUND && outputLength() == outputBefore && !hasShell()) {
      throw BuildFailure.input(
          step,
          FailureReason.IMAGE_UNAVAILABLE,
          "the image " + run.environment().image() + " cannot run scripts: it has no /bin/sh");
    }
    return new ExitStatus.Exited(code);
  }

  private BuildFailure notRun(DockerException e) {
    return BuildFailure.infrastructure(
        step,
        FailureReason.INTERNAL,
        "the script's container could not be run: " + EngineMessage.of(e));
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
