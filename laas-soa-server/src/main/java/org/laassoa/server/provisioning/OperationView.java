package org.laassoa.server.provisioning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.machine.FailureCode;

/**
 * An operation on a machine, as the API shows it.
 *
 * @param id its number
 * @param machine the machine's name
 * @param kind what is done
 * @param state how far it is
 * @param requestedBy who asked for it
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param error why it failed, or null
 * @param advice what can be done about that, or null
 * @param failure the same for programs, or null
 * @param steps the steps that have begun; a list of operations leaves them out
 */
@Schema(name = "MachineOperation")
@JsonNaming(SnakeCaseStrategy.class)
public record OperationView(
    @Schema(type = SchemaType.INTEGER, format = "int64") long id,
    String machine,
    OperationKind kind,
    OperationState state,
    String requestedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String error,
    @Nullable String advice,
    @Nullable OperationFailure failure,
    List<StepView> steps) {

  /** Whether it failed since the machine shows another host key than the pinned one. */
  public boolean failedByHostKey() {
    return failure != null && failure.code().equals(FailureCode.HOST_KEY_CHANGED.wireName());
  }

  /** An operation with what happened in it. */
  static OperationView of(OperationRow row, List<OperationEvent> events) {
    return new OperationView(
        row.id(),
        row.machine(),
        row.kind(),
        row.state(),
        row.requestedBy(),
        row.startedAt(),
        row.endedAt(),
        row.error(),
        row.advice(),
        row.failure(),
        StepView.of(row, events));
  }
}
