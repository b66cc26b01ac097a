package org.laassoa.builder.agent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laassoa.builder.build.Attempt;
import org.laassoa.builder.build.BuildEnd;
import org.laassoa.builder.build.BuildRunner;
import org.laassoa.builder.build.Secrets;
import org.laassoa.builder.build.SingleStep;
import org.laassoa.builder.build.StopSignal;
import org.laassoa.builder.disk.Caches;
import org.laassoa.builder.disk.CleanCaches;
import org.laassoa.builder.doctor.Diagnosis;
import org.laassoa.builder.server.ServerConnection;
import org.laassoa.builder.workspace.AgentRoot;
import org.laassoa.builder.workspace.WorkspaceLocks;
import org.laassoa.wire.ActionOrder;
import org.laassoa.wire.BuildData;
import org.laassoa.wire.CleanData;
import org.laassoa.wire.CompleteRequest;
import org.laassoa.wire.DiagnoseData;
import org.laassoa.wire.FailureReason;
import org.laassoa.wire.Outcome;
import org.laassoa.wire.StepName;

/**
 * Makes what does the work of an order: a build, something that an administrator wants of the agent
 * itself, or, for a type of action that this version does not know, only the report that says so.
 */
record TakeAction(AgentRoot root, Tools tools) implements HeldActions.Taking {

  /**
   * What the work is done with.
   *
   * @param runner runs builds
   * @param caches what can be cleaned
   * @param diagnosis what looks at the agent
   * @param server where results and logs go
   * @param executor the name of what runs scripts
   * @param version the agent's version, for what it does not know
   */
  record Tools(
      BuildRunner runner,
      Caches caches,
      Diagnosis diagnosis,
      ServerConnection server,
      String executor,
      String version) {}

  @Override
  public HeldAction apply(ActionOrder order) {
    AttemptFiles files = new AttemptFiles(root.attemptDirectory(order.actionId(), order.attempt()));
    return switch (order.actionData()) {
      case BuildData build -> {
        AttemptNote note =
            AttemptNote.beginning(order.actionId(), order.attempt(), tools.executor());
        yield build(tools.runner()::run, build, files, note);
      }
      case CleanData clean -> single(clean(clean), order, files);
      case DiagnoseData diagnose -> single(diagnose(), order, files);
      case null -> unknown(order, files);
    };
  }

  private SingleStep clean(CleanData clean) {
    return new SingleStep(
        StepName.CLEAN,
        String.join(", ", clean.caches()),
        new CleanCaches(tools.caches(), clean.caches())::run);
  }

  private SingleStep diagnose() {
    return new SingleStep(StepName.DIAGNOSE, "this agent", tools.diagnosis()::run);
  }

  private RunningAction single(SingleStep step, ActionOrder order, AttemptFiles files) {
    String id = order.actionId();
    return new RunningAction(
        new Task(id, order.attempt(), step.name(), List.of(), null),
        (log, progress, stop) -> step.run(id, log, progress, stop),
        tools.server(),
        files,
        AttemptNote.beginning(id, order.attempt(), tools.executor()));
  }

  /**
   * Makes what goes on with a build that a former process began.
   *
   * @param lock its workspace
   */
  RunningAction resume(
      BuildData action, AttemptNote note, AttemptFiles files, WorkspaceLocks.Held lock) {
    return build(attempt -> tools.runner().resume(attempt, lock), action, files, note);
  }

  private RunningAction build(
      Function<Attempt, BuildEnd> building,
      BuildData action,
      AttemptFiles files,
      AttemptNote note) {
    Task task =
        new Task(
            action.actionId(),
            note.attempt(),
            StepName.CHECKOUT,
            Secrets.of(action),
            action.limits().logBytes());
    return new RunningAction(
        task,
        (log, progress, stop) ->
            building.apply(
                new Attempt(action, note.attempt(), files.directory(), log, progress, stop)),
        tools.server(),
        files,
        note);
  }

  /** What only this agent can do is done all the same: given back, it would come again at once. */
  @Override
  public HeldAction handBack(ActionOrder order) {
    if (order.actionData() instanceof CleanData || order.actionData() instanceof DiagnoseData) {
      return apply(order);
    }
    AttemptFiles files = new AttemptFiles(root.attemptDirectory(order.actionId(), order.attempt()));
    return handBack(order.actionId(), order.attempt(), null, files);
  }

  /** Gives back an attempt of which nothing runs any more. */
  UnreportedResult handBack(
      String actionId, int attempt, @Nullable String step, AttemptFiles files) {
    return unbegun(actionId, attempt, new Outcome.HandedBack(step), files);
  }

  private UnreportedResult unknown(ActionOrder order, AttemptFiles files) {
    Outcome outcome =
        new Outcome.InfrastructureFailed(
            StepName.CHECKOUT.wireName(),
            FailureReason.INTERNAL,
            "this agent (version "
                + tools.version()
                + ") does not know actions of the type '"
                + order.action()
                + "'");
    return unbegun(order.actionId(), order.attempt(), outcome, files);
  }

  private UnreportedResult unbegun(
      String actionId, int attempt, Outcome outcome, AttemptFiles files) {
    CompleteRequest report =
        new CompleteRequest(actionId, attempt, outcome, List.of(), null, List.of(), null, null);
    return new UnreportedResult(
        tools.server(),
        files,
        report,
        null,
        CompletableFuture.completedFuture(null),
        new StopSignal());
  }
}
