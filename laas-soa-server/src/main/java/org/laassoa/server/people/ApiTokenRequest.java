package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.problem.FieldErrors;

/**
 * A token as its user asks for it.
 *
 * @param name what they call it
 * @param scopes what it is for: read, build, configure; each may do what those before may
 * @param projects names of the only projects it is good for; missing means all
 * @param expiresAt from when on it is refused, in at most 366 days; missing means in 90 days
 */
@Schema(name = "ApiTokenRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record ApiTokenRequest(
    @EntryName @NotNull String name,
    @NotNull @Size(min = 1, max = 3) List<@NotNull Scope> scopes,
    @Size(min = 1, max = 100) @Nullable List<@NotNull String> projects,
    @Nullable Instant expiresAt) {

  private static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** What is wanted, or all that is wrong with it. */
  ApiTokenStore.NewToken check(Caller caller, ProjectNumbers numbers, Instant now) {
    FieldErrors errors = new FieldErrors();
    Instant expires = expiresAt == null ? now.plus(USUAL) : expiresAt;
    errors.require(
        expires.isAfter(now) && !expires.isAfter(now.plus(LONGEST)),
        "expires_at",
        "must be in the future, and at most 366 days from now");
    List<Long> limit = projects == null ? null : new ArrayList<>();
    if (projects != null && limit != null) {
      for (int i = 0; i < projects.size(); i++) {
        Optional<Long> number =
            Optional.of(projects.get(i))
                .filter(project -> caller.roleOn(project) != null)
                .flatMap(numbers::of);
        errors.require(number.isPresent(), "projects[" + i + "]", "names no project");
        number.ifPresent(limit::add);
      }
    }
    errors.throwIfAny();
    return new ApiTokenStore.NewToken(name, scopes.stream().distinct().toList(), limit, expires);
  }
}
