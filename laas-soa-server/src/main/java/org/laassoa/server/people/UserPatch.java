package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.Text;
import org.laassoa.server.configuration.input.WriteOnly;

/**
 * What to change of a user; what is missing stays.
 *
 * @param displayName how others see them
 * @param role on everything; null takes it away, which a missing one does not
 * @param disabled whether nothing of theirs is accepted
 * @param password 10 to 200 characters
 */
@Schema(name = "UserPatch")
@JsonNaming(SnakeCaseStrategy.class)
public record UserPatch(
    @Text(max = 200) @Nullable String displayName,
    @Schema(implementation = Role.class, nullable = true) WriteOnly<Role> role,
    @Nullable Boolean disabled,
    @Schema(writeOnly = true, minLength = 10, maxLength = 200) @Nullable String password) {

  UserState applyTo(UserState state) {
    return new UserState(
        displayName == null ? state.displayName() : displayName,
        switch (role) {
          case WriteOnly.Keep<Role> _ -> state.role();
          case WriteOnly.Clear<Role> _ -> null;
          case WriteOnly.Replace<Role>(Role changed) -> changed;
        },
        disabled == null ? state.disabled() : disabled);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "UserPatch[]";
  }
}
