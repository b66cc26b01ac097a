package org.laassoa.server.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laassoa.server.console.overview.Attention.Kind;
import org.laassoa.server.machine.FailureCode;
import org.laassoa.server.provisioning.OperationFailure;
import org.laassoa.server.provisioning.OperationKind;
import org.laassoa.server.provisioning.OperationState;
import org.laassoa.server.provisioning.OperationView;

class FindAttentionTest {

  private static final Instant ENDED = Instant.parse("2026-11-22T10:00:00Z");

  private final FindAttention find = new FindAttention();

  @Test
  void a_machine_whose_last_operation_failed_is_found_with_what_was_to_be_done() {
    find.on(List.of(last("rack-1", OperationState.FAILED, FailureCode.NOTHING_ANSWERS)));

    assertThat(find.found())
        .containsExactly(
            new Attention(Kind.MACHINE_FAILED, "rack-1", "/machines/rack-1", "provision", ENDED));
  }

  @Test
  void a_machine_that_shows_another_host_key_is_worse_than_one_where_something_failed() {
    find.on(List.of(last("rack-1", OperationState.FAILED, FailureCode.HOST_KEY_CHANGED)));

    assertThat(find.found())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.MACHINE_KEY_CHANGED);
              assertThat(found.kind().severity()).isEqualTo("failed");
            });
  }

  @Test
  void machines_where_all_went_well_or_something_is_being_done_need_nothing() {
    find.on(
        List.of(
            last("rack-1", OperationState.SUCCEEDED, null),
            last("rack-2", OperationState.RUNNING, null)));

    assertThat(find.found()).isEmpty();
  }

  private static OperationView last(
      String machine, OperationState state, @Nullable FailureCode code) {
    OperationFailure failure =
        code == null ? null : new OperationFailure(code.wireName(), "connect", Map.of());
    return new OperationView(
        7,
        machine,
        OperationKind.PROVISION,
        state,
        "admin",
        ENDED,
        ENDED,
        null,
        null,
        failure,
        List.of());
  }
}
