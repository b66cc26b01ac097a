package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.execution.docker.DockerExecutor;
import org.laassoa.builder.workspace.FileTree;
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

  private static boolean examine(Settings settings) throws StartFailure {
    Path trust = temporary();
    try {
      // As the agent does it, but not in its folder: a doctor changes nothing there.
      new MachineTrust(trust).apply(System.getenv());
      return checked(settings);
    } finally {
      delete(trust);
    }
  }

  private static Path temporary() throws StartFailure {
    try {
      return Files.createTempDirectory("laas-agent-doctor");
    } catch (IOException e) {
      throw new StartFailure(
          StartFailure.ENVIRONMENT, "no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      System.err.println("laas-agent: " + folder + " could not be removed: " + e.getMessage());
    }
  }

  private static boolean checked(Settings settings) {
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
