package org.laassoa.builder.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.Checkpoint;
import org.laassoa.builder.build.ScriptMark;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.execution.Executor;
import org.laassoa.builder.log.Spool;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.FileTree;
import org.laassoa.builder.workspace.Workspace;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.StepReport;

/**
 * Takes up what a former process of this agent left: results that it did not get to report are
 * reported; builds that it was in the middle of are gone on with, once the server has said that
 * they still are this agent's. Of all else nothing stays. The server's lease gives that to whoever
 * asks next.
 */
record TakeUp(
    AgentRoot root,
    Executor executor,
    WorkspaceLocks locks,
    ServerConnection server,
    TakeAction taking) {

  private static final Logger LOG = Logger.getLogger(TakeUp.class);

  /** A build that can be gone on with, in the workspace that it left. */
  private record Resumable(AttemptNote note, AttemptFiles files, WorkspaceLocks.Held lock) {
    @Nullable String script() {
      ScriptMark script = note.checkpoint().script();
      return script == null ? null : script.name();
    }
  }

  /** Hands what can be taken up to those who hold it. */
  void run(HeldActions held) {
    List<Resumable> resumable = new ArrayList<>();
    for (Path directory : root.attemptDirectories()) {
      AttemptFiles files = new AttemptFiles(directory);
      Optional<CompleteRequest> result = read(files.result());
      if (result.isPresent()) {
        report(held, files, result.get());
      } else {
        resumable(files).ifPresentOrElse(resumable::add, files::deleteQuietly);
      }
    }
    Set<String> scripts =
        resumable.stream()
            .map(Resumable::script)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    executor.removeLeftovers(scripts);
    root.tagWorkspaces().forEach(this::removeUnlessHeld);
    resumable.forEach(left -> resume(held, left));
  }

  /** A build removes its tag's workspace when it ends: what nobody holds is of one that did not. */
  private void removeUnlessHeld(Path tag) {
    locks
        .tryAcquire(new Workspace(tag))
        .ifPresent(
            lock -> {
              try (lock) {
                FileTree.delete(tag);
              } catch (IOException e) {
                LOG.warnf(e, "%s could not be removed", tag);
              }
            });
  }

  private Optional<Resumable> resumable(AttemptFiles files) {
    return read(files.progress())
        .filter(note -> note.executor().equals(executor.name()))
        .filter(note -> note.boot().equals(Boot.id()))
        .filter(note -> files.hasLog() && note.checkpoint().resumable())
        .flatMap(note -> lock(note).map(lock -> new Resumable(note, files, lock)));
  }

  private Optional<WorkspaceLocks.Held> lock(AttemptNote note) {
    Checkpoint.Begun begun = Objects.requireNonNull(note.checkpoint().begun());
    return locks.tryAcquire(new Workspace(Path.of(begun.workspace())), begun.at());
  }

  private static <T> Optional<T> read(PrivateJsonFile<T> file) {
    try {
      return file.read();
    } catch (IOException e) {
      LOG.warnf(e, "%s cannot be read and is given up", file.file());
      return Optional.empty();
    }
  }

  private void report(HeldActions held, AttemptFiles files, CompleteRequest report) {
    LOG.infof("Reporting %s, which ended before this start", report.actionId());
    held.takeUp(
        new UnreportedResult(
            server,
            files,
            report,
            files.hasLog() ? Spool.reopen(files.log()) : null,
            CompletableFuture.completedFuture(null),
            new StopSignal()));
  }

  private void resume(HeldActions held, Resumable left) {
    AttemptNote note = left.note();
    LOG.infof("Asking whether %s, attempt %d, still is ours", note.actionId(), note.attempt());
    held.takeUp(
        new LeftBuild(
            note,
            left.files(),
            executor,
            left.lock(),
            action -> taking.resume(action, note, left.files(), left.lock()),
            () -> taking.handBack(note.actionId(), note.attempt(), step(note), left.files())));
  }

  private static @Nullable String step(AttemptNote note) {
    List<StepReport> steps = note.checkpoint().steps();
    return steps.isEmpty() ? null : steps.getLast().name();
  }
}
