package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.input.EntryName;
import org.laassoa.server.configuration.input.Text;

/**
 * A user as administrators send them.
 *
 * @param name what they sign in with; with a PUT the address has it
 * @param displayName how others see them
 * @param role on everything; missing or null means only what grants give
 * @param disabled whether nothing of theirs is accepted
 * @param password 10 to 200 characters; needed for a new user, else missing keeps the stored one
 */
@Schema(name = "UserRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record UserRequest(
    @EntryName @Nullable String name,
    @Text(max = 200) String displayName,
    @Schema(
            enumeration = {"viewer", "developer", "admin"},
            nullable = true)
        @Nullable Role role,
    boolean disabled,
    @Schema(writeOnly = true, minLength = 10, maxLength = 200) @Nullable String password) {

  /** Fills in what may be missing. */
  public UserRequest {
    displayName = Objects.requireNonNullElse(displayName, "");
  }

  UserState state() {
    return new UserState(displayName, role, disabled);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "UserRequest[" + name + "]";
  }
}
