package org.laassoa.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A personal API token; the token itself is not kept.
 *
 * @param id its number
 * @param userId whose it is
 * @param user their name
 * @param name what they call it
 * @param scopes what it is for, at least one
 * @param projects number and name of the only projects it is good for; null means all
 * @param createdAt when it was made
 * @param expiresAt from when on it is refused
 * @param lastUsedAt when it was last used, to within seconds, or null
 */
public record ApiToken(
    long id,
    long userId,
    String user,
    String name,
    List<Scope> scopes,
    @Nullable Map<Long, String> projects,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
