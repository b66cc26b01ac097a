package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.doctor.Check;
import org.laassoa.builder.doctor.ClockCheck;
import org.laassoa.builder.doctor.DiskCheck;
import org.laassoa.builder.doctor.Doctor;
import org.laassoa.builder.doctor.EngineCheck;
import org.laassoa.builder.doctor.FolderCheck;
import org.laassoa.builder.doctor.GitCheck;
import org.laassoa.builder.doctor.LimitsCheck;
import org.laassoa.builder.doctor.ServerCheck;
import org.laassoa.builder.execution.ContainerEngine;
import org.laassoa.builder.execution.docker.DockerExecutor;

/** Everything that is looked at, of an agent with these settings. */
final class Checks {

  private Checks() {}

  /**
   * A doctor for it.
   *
   * @param engine the one that answers, where one does
   */
  static Doctor of(Settings settings, Optional<ContainerEngine> engine) {
    List<Check> checks =
        List.of(
            new ServerCheck(settings.server(), token(settings), settings.joinToken() != null),
            new ClockCheck(settings.server()),
            new EngineCheck(engine, DockerExecutor.address(), need(settings.executor())),
            new DiskCheck(settings.root(), settings.disk()),
            new GitCheck(settings.root()),
            new FolderCheck(settings.root(), engine),
            new LimitsCheck());
    return new Doctor(checks);
  }

  private static EngineCheck.Need need(ExecutorChoice executor) {
    return switch (executor) {
      case AUTO -> EngineCheck.Need.IF_THERE;
      case DOCKER -> EngineCheck.Need.REQUIRED;
      case PROCESS -> EngineCheck.Need.NONE;
    };
  }

  private static @Nullable String token(Settings settings) {
    Path file = settings.root().resolve(".laas").resolve("identity.json");
    try {
      return new PrivateJsonFile<>(file, Identity.class)
          .read()
          .filter(known -> known.server().equals(settings.server().toString()))
          .map(Identity::token)
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
