package org.laassoa.builder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.execution.ExitStatus;
import org.laassoa.builder.execution.RunningScript;
import org.laassoa.builder.execution.ScriptRun;
import org.laassoa.builder.execution.SecretFiles;
import org.laassoa.builder.log.Follow;
import org.laassoa.builder.workspace.FileTree;
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
    Optional<ScriptMark> left = build.progress().script();
    judge(left.isPresent() ? goOn(left.get(), build) : begin(build), build);
  }

  private ExitStatus begin(Build build) throws BuildFailure, InterruptedException, IOException {
    if (!Files.isRegularFile(build.workspace().build().resolve(script))) {
      throw BuildFailure.input(
          step,
          FailureReason.SCRIPT_NOT_FOUND,
          "the build configuration has no script '" + script + "'");
    }
    Files.deleteIfExists(raw(build));
    Follow follow = build.attempt().log().follow(Files.createFile(raw(build)));
    ScriptMark mark = ScriptMark.starting(step, follow.from());
    build.progress().starting(mark);
    return end(build, follow, () -> start(build, mark));
  }

  /** Goes on where a former process of the agent left the script, whatever has become of it. */
  private ExitStatus goOn(ScriptMark mark, Build build)
      throws BuildFailure, InterruptedException, IOException {
    if (mark.to() != null) {
      FileTree.delete(build.secretFiles().folder());
      build.sayResumed();
      return Objects.requireNonNullElseGet(mark.exit(), ExitStatus.Unknown::new);
    }
    Follow follow = build.attempt().log().followAgain(raw(build), mark.from());
    build.sayResumed();
    return end(build, follow, () -> adopt(build, mark));
  }

  private RunningScript start(Build build, ScriptMark mark)
      throws BuildFailure, InterruptedException, IOException {
    SecretFiles.write(build.secretFiles().folder(), build.contentsOfSecretFiles());
    return build.tools().executor().start(scriptRun(build, mark.name()), build::say);
  }

  private RunningScript adopt(Build build, ScriptMark mark)
      throws BuildFailure, InterruptedException, IOException {
    Optional<RunningScript> adopted = build.tools().executor().adopt(scriptRun(build, mark.name()));
    return adopted.isPresent() ? adopted.get() : start(build, mark);
  }

  @FunctionalInterface
  private interface Source {
    RunningScript get() throws BuildFailure, InterruptedException, IOException;
  }

  /** Takes the script to its end; then nothing of it runs, and all its output is in the log. */
  private ExitStatus end(Build build, Follow follow, Source source)
      throws BuildFailure, InterruptedException, IOException {
    try (follow;
        RunningScript script = source.get()) {
      return await(build, script);
    } finally {
      // First of all, whatever else may fail: a full disk must not keep them.
      try {
        FileTree.delete(build.secretFiles().folder());
      } finally {
        build.progress().scriptOutput(follow.from(), follow.to());
        Files.deleteIfExists(raw(build));
      }
    }
  }

  /** How it ended is noted before anything of it is removed. */
  private static ExitStatus await(Build build, RunningScript script)
      throws BuildFailure, InterruptedException {
    ExitStatus known = build.progress().script().map(ScriptMark::exit).orElse(null);
    if (known != null) {
      return known;
    }
    try {
      ExitStatus status = script.await();
      build.progress().exited(status);
      return status;
    } catch (InterruptedException stopped) {
      build.attempt().stop().reason().ifPresent(build.progress()::stopping);
      throw stopped;
    }
  }

  private Path raw(Build build) {
    return build.attempt().directory().resolve(step.wireName() + ".raw");
  }

  private void judge(ExitStatus status, Build build) throws BuildFailure, InterruptedException {
    switch (status) {
      case ExitStatus.Exited(int code) when code == 0 -> {}
      case ExitStatus.Exited(int code) ->
          throw new BuildFailure(new Outcome.ScriptFailed(step.wireName(), code));
      case ExitStatus.OutOfMemory() ->
          throw new BuildFailure(
              new Outcome.OutOfMemory(step.wireName(), build.action().limits().memoryBytes()));
      case ExitStatus.Unknown() -> {
        build.attempt().stop().stop(StopReason.LOST);
        throw new InterruptedException("nobody saw how the script ended");
      }
    }
  }

  private ScriptRun scriptRun(Build build, String name) {
    BuildVariables variables = build.variables(step);
    return new ScriptRun(
        name,
        build.action().actionId(),
        build.attempt().number(),
        step,
        script,
        build.workspace(),
        build.tools().root().dependencyLib(),
        build.scratch(),
        raw(build),
        environment,
        engineAccess ? variables.forTrustedScript() : variables.forScript(),
        build.action().homeFiles(),
        build.secretFiles(),
        build.action().limits(),
        engineAccess);
  }
}
