package org.laassoa.builder.agent;

import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.docker.DockerExecutor;
import org.laassoa.builder.execution.process.ProcessExecutor;

/** Finds what scripts are run with. */
final class ChooseExecutor {

  private static final Logger LOG = Logger.getLogger(ChooseExecutor.class);

  private ChooseExecutor() {}

  /**
   * The executor of that choice.
   *
   * @throws StartFailure when docker is wanted and no engine answers
   */
  static Executor of(ExecutorChoice choice, Path root) throws StartFailure {
    return switch (choice) {
      case PROCESS -> process(root);
      case DOCKER -> docker(root).orElseThrow(ChooseExecutor::noEngine);
      case AUTO -> {
        Optional<Executor> engine = docker(root);
        yield engine.isPresent() ? engine.get() : process(root);
      }
    };
  }

  private static Optional<Executor> docker(Path root) {
    return DockerExecutor.connect(root).map(executor -> executor);
  }

  private static Executor process(Path root) {
    LOG.warn("Builds run as processes of this host: nothing is isolated");
    return new ProcessExecutor(root);
  }

  private static StartFailure noEngine() {
    return new StartFailure(
        StartFailure.ENVIRONMENT,
        "no container engine answers; start one, set DOCKER_HOST, or use --executor process");
  }
}
