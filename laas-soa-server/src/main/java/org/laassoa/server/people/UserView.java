package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user as they are shown.
 *
 * @param name what they sign in with
 * @param displayName how others see them, possibly empty
 * @param role on everything; null means only what grants give
 * @param disabled whether nothing of theirs is accepted
 * @param createdAt since when they are there
 * @param updatedAt when they were last changed
 */
@Schema(name = "User")
@JsonNaming(SnakeCaseStrategy.class)
public record UserView(
    String name,
    String displayName,
    @Schema(
            enumeration = {"viewer", "developer", "admin"},
            nullable = true)
        @Nullable Role role,
    boolean disabled,
    Instant createdAt,
    Instant updatedAt) {

  UserState state() {
    return new UserState(displayName, role, disabled);
  }
}
