package org.laassoa.server.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown.
 *
 * @param id its number
 * @param name what its user calls it
 * @param scopes what it is for
 * @param projects names of the only projects it is good for; null means all
 * @param createdAt when it was made
 * @param expiresAt from when on it is refused
 * @param lastUsedAt when it was last used, to within seconds, or null
 * @param token the token itself, only in the answer to the request that made it
 */
@Schema(name = "ApiToken")
@JsonNaming(SnakeCaseStrategy.class)
public record ApiTokenView(
    long id,
    String name,
    List<Scope> scopes,
    @Nullable List<String> projects,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

  static ApiTokenView of(ApiToken token) {
    return of(token, null);
  }

  static ApiTokenView of(ApiToken token, @Nullable String secret) {
    Map<Long, String> projects = token.projects();
    return new ApiTokenView(
        token.id(),
        token.name(),
        token.scopes(),
        projects == null ? null : List.copyOf(projects.values()),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsedAt(),
        secret);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ApiTokenView[" + id + "]";
  }
}
