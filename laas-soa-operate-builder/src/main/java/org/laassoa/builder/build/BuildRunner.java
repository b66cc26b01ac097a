package org.laassoa.builder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * Runs builds: goes through the {@link Recipe}, one step after the other, until all are done, one
 * fails, or the build is stopped.
 */
public final class BuildRunner {

  private final BuildTools tools;

  /** A runner of builds with these tools. */
  public BuildRunner(BuildTools tools) {
    this.tools = tools;
  }

  /** Runs one attempt on the calling thread, to its end. */
  public BuildEnd run(Attempt attempt) {
    Build build = new Build(attempt, workspaceOf(attempt.action()), tools);
    Outcome outcome;
    try (var guard = attempt.stop().guard()) {
      inWorkspace(build);
      outcome = new Outcome.Succeeded();
    } catch (Exception error) {
      outcome = outcomeOf(error, attempt);
    }
    return end(build, outcome);
  }

  private void inWorkspace(Build build) throws BuildFailure, InterruptedException, IOException {
    Attempt attempt = build.attempt();
    try (var lock = tools.locks().acquire(build.workspace());
        // Time spent on waiting for another build of the same branch is not this build's.
        var limit =
            TimeLimit.start(
                tools.timer(), attempt.action().limits().timeoutSeconds(), attempt.stop())) {
      prepareFolders(build);
      try {
        followRecipe(build);
      } finally {
        discardTag(build);
      }
    }
  }

  private void followRecipe(Build build) throws BuildFailure, InterruptedException, IOException {
    for (Step step : Recipe.of(build.action())) {
      build.say("==> " + step.name().wireName() + ": " + step.subject());
      build.attempt().progress().begin(step.name(), build.attempt().log().position());
      step.run(build);
      if (build.attempt().stop().reason().isPresent()) {
        throw new InterruptedException("stopped while " + step.name() + " ended");
      }
      build.attempt().progress().end("succeeded", build.attempt().log().position());
    }
  }

  private BuildEnd end(Build build, Outcome outcome) {
    Attempt attempt = build.attempt();
    String state = outcome instanceof Outcome.Cancelled ? "cancelled" : "failed";
    attempt.progress().end(state, attempt.log().position());
    StopReason reason = attempt.stop().reason().orElse(null);
    if (reason == StopReason.ABANDONED || reason == StopReason.SHUT_DOWN) {
      return new BuildEnd.LetGo(reason);
    }
    build.say("==> " + outcome.describe());
    return new BuildEnd.Ended(
        outcome, attempt.progress().reports(), build.commit(), build.images());
  }

  /** Who stopped the build is told first: a stop makes steps fail in many ways. */
  private static Outcome outcomeOf(Exception error, Attempt attempt) {
    String step = attempt.progress().latest().orElse(StepName.CHECKOUT).wireName();
    StopReason reason = attempt.stop().reason().orElse(null);
    if (reason == StopReason.TIME_LIMIT) {
      return new Outcome.TimedOut(step, attempt.action().limits().timeoutSeconds());
    }
    if (reason == StopReason.LOG_LIMIT) {
      String detail = "the log is longer than " + attempt.action().limits().logBytes() + " bytes";
      return new Outcome.InputFailed(step, FailureReason.LOG_TOO_LONG, detail);
    }
    if (reason != null) {
      return new Outcome.Cancelled(
          attempt.progress().latest().map(StepName::wireName).orElse(null));
    }
    return error instanceof BuildFailure failure
        ? failure.outcome()
        : UnexpectedError.of(error, step, attempt.action().actionId());
  }

  private Workspace workspaceOf(ActionData action) {
    Source source = action.source();
    return source == null
        ? tools.root().parentImage(action.project())
        : tools
            .root()
            .workspace(
                source.gitServer(),
                source.repository(),
                isTag(action) ? "tag" : "branch",
                source.ref());
  }

  /** What a former build made must not get into this one's image. */
  private static void prepareFolders(Build build) throws IOException {
    Files.createDirectories(build.scratch());
    Files.createDirectories(build.workspace().build());
    empty(build.workspace().target());
    if (build.action().source() == null) {
      empty(build.workspace().source());
    }
  }

  private static void empty(Path folder) throws IOException {
    FileTree.delete(folder);
    Files.createDirectories(folder);
  }

  private static void discardTag(Build build) throws IOException {
    if (isTag(build.action())) {
      FileTree.delete(build.workspace().directory());
    }
  }

  private static boolean isTag(ActionData action) {
    return "tag".equals(action.type());
  }
}
