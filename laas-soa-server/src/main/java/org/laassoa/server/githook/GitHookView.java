package org.laassoa.server.githook;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The hook of a project, as people see it.
 *
 * @param form how the host proves who it is
 * @param url where the host calls
 * @param hostId the hook's id at the host; null where a person has to set it up there
 * @param registeredBy who registered it
 * @param registeredAt when
 * @param refused how many calls were wrongly signed, as far as they were counted
 * @param lastRefusedAt when the last of them came, or null
 * @param secret what calls have to be signed with: only in the answer to the registration, and only
 *     where a person has to write it down at the host
 */
@Schema(name = "ProjectWebhook")
@JsonNaming(SnakeCaseStrategy.class)
public record GitHookView(
    @Schema(enumeration = {"gitlab", "gitea", "github", "generic"}) HookForm form,
    String url,
    @Nullable String hostId,
    String registeredBy,
    Instant registeredAt,
    long refused,
    @Nullable Instant lastRefusedAt,
    @Nullable String secret) {

  static GitHookView of(GitHook hook, @Nullable String secret) {
    return new GitHookView(
        hook.form(),
        hook.url(),
        hook.hostId(),
        hook.registeredBy(),
        hook.registeredAt(),
        hook.refused(),
        hook.lastRefusedAt(),
        secret);
  }
}
