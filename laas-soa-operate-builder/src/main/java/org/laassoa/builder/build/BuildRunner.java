package org.laassoa.builder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laassoa.builder.execution.BuildFailure;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.Source;
import org.laassoa.wire.StepName;

/**
 * Runs builds: goes through the {@link Recipe}, one step after the other, until all are done, one
 * fails, or the build is stopped.
 */
public final class BuildRunner {

  private static final Logger LOG = Logger.getLogger(BuildRunner.class);

  private final BuildTools tools;

  /** A runner of builds with these tools. */
  public BuildRunner(BuildTools tools) {
    this.tools = tools;
  }

  /** Runs one attempt on the calling thread, to its end. */
  public BuildEnd run(Attempt attempt) {
    Workspace workspace = workspaceOf(attempt.action());
    return run(new Build(attempt, workspace, tools), () -> tools.locks().acquire(workspace));
  }

  /**
   * Goes on with an attempt that a former process of the agent began, on the calling thread, to its
   * end: in the step that it was in, with its script where that has begun.
   *
   * @param lock the workspace, which nobody else has had since; closed here
   */
  public BuildEnd resume(Attempt attempt, WorkspaceLocks.Held lock) {
    attempt.progress().stopped().ifPresent(attempt.stop()::stop);
    return run(new Build(attempt, workspaceOf(attempt.action()), tools), () -> lock);
  }

  @FunctionalInterface
  private interface Entrance {
    WorkspaceLocks.Held enter() throws InterruptedException;
  }

  private BuildEnd run(Build build, Entrance workspace) {
    Outcome outcome;
    try (var guard = build.attempt().stop().guard();
        var lock = workspace.enter()) {
      outcome = inWorkspace(build);
      noteUse(build);
    } catch (Exception error) {
      outcome = outcomeOf(error, build.attempt());
    }
    return end(build, outcome);
  }

  /** Of no weight for the build: a workspace without a note counts as older than it is. */
  private static void noteUse(Build build) {
    try {
      if (Files.isDirectory(build.workspace().directory())) {
        build.workspace().used();
      }
    } catch (IOException e) {
      LOG.debugf(e, "The use of %s is not noted", build.workspace().directory());
    }
  }

  private Outcome inWorkspace(Build build) throws IOException {
    Optional<Outcome> known = build.progress().outcome();
    if (known.isPresent()) {
      build.sayResumed();
      discardTag(build);
      return known.get();
    }
    // Time spent on waiting for another build of the same branch is not this build's.
    try (var limit = TimeLimit.start(tools.timer(), timeLeft(build), build.attempt().stop())) {
      Outcome outcome = outcome(build);
      if (letGo(build).isEmpty()) {
        build.progress().concluded(outcome);
      }
      discardTag(build);
      return outcome;
    }
  }

  private static Duration timeLeft(Build build) {
    Duration limit = Duration.ofSeconds(build.action().limits().timeoutSeconds());
    Duration left = limit.minus(build.progress().elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Outcome outcome(Build build) {
    try {
      if (!build.progress().resumed()) {
        prepareFolders(build);
        build.progress().begin(build.workspace());
      }
      followRecipe(build);
      return new Outcome.Succeeded();
    } catch (Exception error) {
      return outcomeOf(error, build.attempt());
    }
  }

  /** The recipe, from the step on that a former process was in. */
  private static void followRecipe(Build build)
      throws BuildFailure, InterruptedException, IOException {
    Progress progress = build.progress();
    List<Step> recipe = Recipe.of(build.action());
    if (progress.resumed() && progress.script().isEmpty()) {
      build.sayResumed();
    }
    for (Step step : recipe.subList(progress.stepsEnded(), recipe.size())) {
      if (progress.script().isEmpty()) {
        build.say("==> " + step.name().wireName() + ": " + step.subject());
        progress.begin(step.name(), build.attempt().log().position());
        announce(step, build);
      }
      step.run(build);
      if (build.attempt().stop().reason().isPresent()) {
        throw new InterruptedException("stopped while " + step.name() + " ended");
      }
      progress.end("succeeded", build.attempt().log().position());
    }
  }

  /**
   * A step that must not run twice begins only when the server knows that this attempt is in it:
   * were the agent lost before, the server would have the step run again elsewhere. Of any other
   * one people are told while it runs.
   */
  private static void announce(Step step, Build build) throws InterruptedException {
    List<String> unrepeatable = build.action().unrepeatableSteps();
    if (unrepeatable == null || !unrepeatable.contains(step.name().wireName())) {
      build.tools().announcement().soon();
      return;
    }
    build.tools().announcement().await();
    if (build.attempt().stop().reason().isPresent()) {
      throw new InterruptedException("stopped before " + step.name() + " began");
    }
  }

  private static BuildEnd end(Build build, Outcome outcome) {
    Optional<StopReason> reason = letGo(build);
    if (reason.isPresent()) {
      return new BuildEnd.LetGo(reason.get());
    }
    Progress progress = build.progress();
    progress.end(stateOf(outcome), build.attempt().log().position());
    build.say("==> " + outcome.describe());
    return new BuildEnd.Ended(outcome, progress.reports(), progress.commit(), progress.images());
  }

  private static String stateOf(Outcome outcome) {
    boolean stopped = outcome instanceof Outcome.Cancelled || outcome instanceof Outcome.HandedBack;
    return stopped ? "cancelled" : "failed";
  }

  private static Optional<StopReason> letGo(Build build) {
    return build.attempt().stop().reason().filter(StopReason::letsGo);
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
    if (reason == StopReason.HANDED_BACK) {
      return new Outcome.HandedBack(
          attempt.progress().latest().map(StepName::wireName).orElse(null));
    }
    if (reason != null) {
      return new Outcome.Cancelled(
          attempt.progress().latest().map(StepName::wireName).orElse(null));
    }
    return error instanceof BuildFailure failure
        ? failure.outcome()
        : UnexpectedError.of(error, step, attempt.action().actionId());
  }

  private Workspace workspaceOf(BuildData action) {
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

  private static boolean isTag(BuildData action) {
    return "tag".equals(action.type());
  }
}
