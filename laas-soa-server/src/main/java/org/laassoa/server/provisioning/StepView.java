package org.laassoa.server.provisioning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step of an operation on a machine.
 *
 * @param name such as {@code upload}
 * @param state how far it is
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param output what it printed so far
 * @param error why it failed, or null
 */
@Schema(name = "MachineOperationStep")
@JsonNaming(SnakeCaseStrategy.class)
public record StepView(
    String name,
    OperationState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    String output,
    @Nullable String error) {

  /** The steps in the order in which they began, as their events tell. */
  static List<StepView> of(OperationRow operation, List<OperationEvent> events) {
    Map<String, StepView> steps = new LinkedHashMap<>();
    for (OperationEvent event : events) {
      StepView known = steps.get(event.step());
      StepView before =
          known == null
              ? new StepView(event.step(), OperationState.RUNNING, event.at(), null, "", null)
              : known;
      steps.put(event.step(), before.after(event));
    }
    return steps.values().stream().map(step -> step.within(operation)).toList();
  }

  private StepView after(OperationEvent event) {
    return switch (event.kind()) {
      case STARTED -> this;
      case OUTPUT -> new StepView(name, state, startedAt, endedAt, output + event.text(), error);
      case SUCCEEDED ->
          new StepView(name, OperationState.SUCCEEDED, startedAt, event.at(), output, null);
      case FAILED ->
          new StepView(name, OperationState.FAILED, startedAt, event.at(), output, event.text());
    };
  }

  /** What was cut off does not run any more. */
  private StepView within(OperationRow operation) {
    return state == OperationState.RUNNING && operation.state() == OperationState.FAILED
        ? new StepView(
            name, OperationState.FAILED, startedAt, operation.endedAt(), output, operation.error())
        : this;
  }
}
