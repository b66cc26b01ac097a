package org.laassoa.builder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.log.Follow;
import org.laassoa.wire.Environment;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

/** Runs one script of a build to its end, its output going to the log byte by byte. */
record RunScript(StepName step, String script, Environment environment, boolean engineAccess) {

  /** A script that has nothing but its workspace. */
  static RunScript ordinary(StepName step, String script, Environment environment) {
    return new RunScript(step, script, environment, false);
  }

  /** A script that is given the engine and the registry's password. */
  static RunScript trusted(StepName step, String script, Environment environment) {
    return new RunScript(step, script, environment, true);
  }

  void run(Build build) throws BuildFailure, InterruptedException, IOException {
    if (!Files.isRegularFile(build.workspace().build().resolve(script))) {
      throw BuildFailure.input(
          step,
          FailureReason.SCRIPT_NOT_FOUND,
          "the build configuration has no script '" + script + "'");
    }
    judge(execute(build), build);
  }

  private ExitStatus execute(Build build) throws BuildFailure, InterruptedException, IOException {
    Path raw = Files.createFile(build.attempt().directory().resolve(step.wireName() + ".raw"));
    Follow follow = build.attempt().log().follow(raw);
    try (follow) {
      return build.tools().executor().run(scriptRun(build, raw), build::say);
    } finally {
      build.attempt().progress().scriptOutput(follow.from(), follow.to());
      Files.delete(raw);
    }
  }

  private void judge(ExitStatus status, Build build) throws BuildFailure {
    switch (status) {
      case ExitStatus.Exited(int code) when code == 0 -> {}
      case ExitStatus.Exited(int code) ->
          throw new BuildFailure(new Outcome.ScriptFailed(step.wireName(), code));
      case ExitStatus.OutOfMemory() ->
          throw new BuildFailure(
              new Outcome.OutOfMemory(step.wireName(), build.action().limits().memoryBytes()));
    }
  }

  private ScriptRun scriptRun(Build build, Path raw) {
    BuildVariables variables = build.variables(step);
    return new ScriptRun(
        build.action().actionId(),
        build.attempt().number(),
        step,
        script,
        build.workspace(),
        build.tools().root().dependencyLib(),
        build.scratch(),
        raw,
        environment,
        engineAccess ? variables.forTrustedScript() : variables.forScript(),
        build.action().homeFiles(),
        build.action().limits(),
        engineAccess);
  }
}
