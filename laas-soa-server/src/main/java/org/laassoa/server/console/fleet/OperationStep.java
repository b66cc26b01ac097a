package org.laassoa.server.console.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;
import org.laassoa.server.provisioning.StepView;

/**
 * A step of an operation, begun or not.
 *
 * @param name a verb, such as {@code upload}
 * @param state {@code queued} before it has begun, {@code skipped} when it never will
 * @param startedAt when it began, or null
 * @param endedAt when it ended, or null
 * @param output what it printed
 * @param error why it failed, or empty
 */
record OperationStep(
    String name,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    String output,
    String error) {

  /** All steps of an operation in their order. */
  static List<OperationStep> of(OperationView operation, List<String> names) {
    return names.stream().map(name -> of(operation, name)).toList();
  }

  private static OperationStep of(OperationView operation, String name) {
    boolean over = operation.state() != OperationState.RUNNING;
    return operation.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .map(OperationStep::begun)
        .orElse(new OperationStep(name, over ? "skipped" : "queued", null, null, "", ""));
  }

  private static OperationStep begun(StepView step) {
    String error = step.error();
    return new OperationStep(
        step.name(),
        step.state().wireName(),
        step.startedAt(),
        step.endedAt(),
        step.output(),
        error == null ? "" : error);
  }
}
