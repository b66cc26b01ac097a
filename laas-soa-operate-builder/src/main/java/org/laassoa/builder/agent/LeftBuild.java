package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.Checkpoint;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.Holding;

/**
 * A build that a former process of the agent was in the middle of. Its script may run on, but what
 * is needed to go on with it, the secrets above all, the server alone has: so it is asked first
 * whether the build still is this agent's.
 */
final class LeftBuild implements HeldAction {

  private static final Logger LOG = Logger.getLogger(LeftBuild.class);

  private final AttemptNote note;
  private final AttemptFiles files;
  private final Executor executor;
  private final WorkspaceLocks.Held lock;
  private final Function<BuildData, RunningAction> goingOn;
  private final Supplier<UnreportedResult> handingBack;
  private final CompletableFuture<@Nullable RunningAction> answer = new CompletableFuture<>();
  private boolean cancelled;
  private boolean handedBack;

  /**
   * A build that nobody has asked about yet.
   *
   * @param lock its workspace, kept from all others meanwhile
   * @param goingOn makes what goes on with it, and closes the lock
   * @param handingBack makes what gives it back
   */
  LeftBuild(
      AttemptNote note,
      AttemptFiles files,
      Executor executor,
      WorkspaceLocks.Held lock,
      Function<BuildData, RunningAction> goingOn,
      Supplier<UnreportedResult> handingBack) {
    this.note = note;
    this.files = files;
    this.executor = executor;
    this.lock = lock;
    this.goingOn = goingOn;
    this.handingBack = handingBack;
  }

  @Override
  public void run() {
    RunningAction build = answer.join();
    try (lock) {
      if (build == null) {
        LOG.infof(
            "Let go of %s, attempt %d, which a former process ran",
            note.actionId(), note.attempt());
        discardScript();
        discardTag();
        end();
      } else {
        build.run();
      }
    }
  }

  private void end() {
    if (handedBack()) {
      UnreportedResult result = handingBack.get();
      result.handBack();
      result.run();
    }
    files.deleteQuietly();
  }

  private synchronized boolean handedBack() {
    return handedBack;
  }

  private void discardScript() {
    ScriptMark script = note.checkpoint().script();
    if (script != null) {
      executor.discard(script.name());
    }
  }

  private void discardTag() {
    Checkpoint.Begun begun = note.checkpoint().begun();
    if (begun == null || !new Workspace(Path.of(begun.workspace())).isOfTag()) {
      return;
    }
    try {
      FileTree.delete(Path.of(begun.workspace()));
    } catch (IOException e) {
      LOG.warnf(e, "%s could not be removed", begun.workspace());
    }
  }

  @Override
  public synchronized boolean handedOut(ActionOrder order) {
    if (answer.isDone() || !(order.actionData() instanceof BuildData action)) {
      return false;
    }
    LOG.infof("Going on with %s, attempt %d", note.actionId(), note.attempt());
    RunningAction build = goingOn.apply(action);
    if (cancelled) {
      build.cancel();
    }
    return answer.complete(build);
  }

  @Override
  public boolean confirmed() {
    return answer.isDone();
  }

  @Override
  public Holding holding() {
    RunningAction build = answer.getNow(null);
    if (build != null) {
      return build.holding();
    }
    var steps = note.checkpoint().steps();
    String step = steps.isEmpty() ? null : steps.getLast().name();
    return new Holding(note.actionId(), note.attempt(), step);
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    RunningAction build = answer.getNow(null);
    if (build != null) {
      build.cancel();
    }
  }

  @Override
  public synchronized void abandon() {
    if (!answer.complete(null)) {
      RunningAction build = answer.join();
      if (build != null) {
        build.abandon();
      }
    }
  }

  @Override
  public synchronized void handBack() {
    handedBack = true;
    if (!answer.complete(null)) {
      RunningAction build = answer.join();
      if (build != null) {
        build.handBack();
      }
    }
  }

  @Override
  public synchronized void shutDown() {
    if (!answer.complete(null)) {
      RunningAction build = answer.join();
      if (build != null) {
        build.shutDown();
      }
    }
  }
}
