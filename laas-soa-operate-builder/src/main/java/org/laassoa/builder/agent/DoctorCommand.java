package org.laassoa.builder.agent;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.docker.DockerExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at a machine before an agent runs on it, or when one does not run as it should. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks server, clock, engine, disk, git and permissions; says what to do.",
    footer = {"", "Exit codes: 0 nothing fails, 1 something does, 2 wrong options."})
public class DoctorCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;
  @Mixin SettingsOptions options = new SettingsOptions();

  @Override
  public Integer call() {
    return StartFailure.said(
        () -> examine(SettingsOptions.read(Objects.requireNonNull(spec))) ? 0 : 1);
  }

  private static boolean examine(Settings settings) {
    Optional<DockerExecutor> docker =
        settings.executor() == ExecutorChoice.PROCESS
            ? Optional.empty()
            : DockerExecutor.connect(settings.root());
    try {
      return Checks.of(settings, docker.flatMap(Executor::engine)).run(System.out::println);
    } finally {
      docker.ifPresent(DockerExecutor::close);
    }
  }
}
