package org.laassoa.server.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation as its table has it.
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
 * @param failure the same for programs, or null; failures of former versions have none
 */
record OperationRow(
    long id,
    String machine,
    OperationKind kind,
    OperationState state,
    String requestedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String error,
    @Nullable String advice,
    @Nullable OperationFailure failure) {}
