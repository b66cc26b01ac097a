package org.laassoa.builder.agent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.laassoa.builder.build.BuildRunner;
import org.laassoa.builder.build.StopSignal;
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
 * Makes what does the work of an order: a build; or, for a type of action that this version does
 * not know, only the report that says so.
 *
 * @param executor the name of what runs scripts
 * @param version the agent's version, for that report
 */
record TakeAction(
    AgentRoot root, BuildRunner runner, ServerConnection server, String executor, String version)
    implements Function<ActionOrder, HeldAction> {

  @Override
  public HeldAction apply(ActionOrder order) {
    AttemptFiles files = new AttemptFiles(root.attemptDirectory(order.actionId(), order.attempt()));
    return switch (order.actionData()) {
      case BuildData build -> {
        AttemptNote note = AttemptNote.beginning(order.actionId(), order.attempt(), executor);
        yield new RunningBuild(runner::run, server, build, files, note);
      }
      case CleanData clean -> unknown(order, files);
      case DiagnoseData diagnose -> unknown(order, files);
      case null -> unknown(order, files);
    };
  }

  /**
   * Makes what goes on with a build that a former process began.
   *
   * @param lock its workspace
   */
  RunningBuild resume(
      BuildData action, AttemptNote note, AttemptFiles files, WorkspaceLocks.Held lock) {
    return new RunningBuild(attempt -> runner.resume(attempt, lock), server, action, files, note);
  }

  private UnreportedResult unknown(ActionOrder order, AttemptFiles files) {
    Outcome outcome =
        new Outcome.InfrastructureFailed(
            StepName.CHECKOUT.wireName(),
            FailureReason.INTERNAL,
            "this agent (version "
                + version
                + ") does not know actions of the type '"
                + order.action()
                + "'");
    CompleteRequest report =
        new CompleteRequest(
            order.actionId(), order.attempt(), outcome, List.of(), null, List.of(), null, null);
    return new UnreportedResult(
        server, files, report, null, CompletableFuture.completedFuture(null), new StopSignal());
  }
}
