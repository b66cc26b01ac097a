package org.laassoa.builder.agent;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.ActionData;
import org.laassoa.wire.ActionOrder;
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
  private final Function<ActionData, RunningBuild> goingOn;
  private final CompletableFuture<@Nullable RunningBuild> answer = new CompletableFuture<>();
  private boolean cancelled;

  /**
   * A build that nobody has asked about yet.
   *
   * @param lock its workspace, kept from all others meanwhile
   * @param goingOn makes what goes on with it, and closes the lock
   */
  LeftBuild(
      AttemptNote note,
      AttemptFiles files,
      Executor executor,
      WorkspaceLocks.Held lock,
      Function<ActionData, RunningBuild> goingOn) {
    this.note = note;
    this.files = files;
    this.executor = executor;
    this.lock = lock;
    this.goingOn = goingOn;
  }

  @Override
  public void run() {
    RunningBuild build = answer.join();
    try (lock) {
      if (build == null) {
        LOG.infof("Let go of %s, attempt %d: not ours any more", note.actionId(), note.attempt());
        discardScript();
        files.deleteQuietly();
      } else {
        build.run();
      }
    }
  }

  private void discardScript() {
    ScriptMark script = note.checkpoint().script();
    if (script != null) {
      executor.discard(script.name());
    }
  }

  @Override
  public synchronized boolean handedOut(ActionOrder order) {
    ActionData action = order.actionData();
    if (answer.isDone() || action == null) {
      return false;
    }
    LOG.infof("Going on with %s, attempt %d", note.actionId(), note.attempt());
    RunningBuild build = goingOn.apply(action);
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
    RunningBuild build = answer.getNow(null);
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
    RunningBuild build = answer.getNow(null);
    if (build != null) {
      build.cancel();
    }
  }

  @Override
  public synchronized void abandon() {
    if (!answer.complete(null)) {
      RunningBuild build = answer.join();
      if (build != null) {
        build.abandon();
      }
    }
  }

  @Override
  public synchronized void shutDown() {
    if (!answer.complete(null)) {
      RunningBuild build = answer.join();
      if (build != null) {
        build.shutDown();
      }
    }
  }
}
