package org.laassoa.server.githook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored hook.
 *
 * @param form how the host proves who it is
 * @param secretEnc what its calls are signed with, encrypted
 * @param url where it calls
 * @param hostId the hook's id at the host, or null where a person sets it up there
 * @param registeredBy who registered it
 * @param registeredAt when
 * @param refused how many calls were wrongly signed, as far as they were counted
 * @param lastRefusedAt when the last of them came, or null
 */
record GitHook(
    HookForm form,
    byte[] secretEnc,
    String url,
    @Nullable String hostId,
    String registeredBy,
    Instant registeredAt,
    long refused,
    @Nullable Instant lastRefusedAt) {}
