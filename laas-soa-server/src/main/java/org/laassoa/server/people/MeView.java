package org.laassoa.server.people;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller.
 *
 * @param name what they sign in with
 * @param displayName how others see them, possibly empty
 * @param role on everything, as far as the token allows; null means only what grants give
 * @param grants their roles on single projects, as far as the token allows
 * @param signedInBy what they showed: password, session or token
 * @param token the token, if that is what they showed
 */
@Schema(name = "Me")
@JsonNaming(SnakeCaseStrategy.class)
public record MeView(
    String name,
    String displayName,
    @Schema(
            enumeration = {"viewer", "developer", "admin"},
            nullable = true)
        @Nullable Role role,
    List<MyGrant> grants,
    @Schema(enumeration = {"password", "session", "token"}) String signedInBy,
    @Schema(implementation = ApiTokenView.class, nullable = true) @Nullable ApiTokenView token) {

  /**
   * A role of the caller's on one project.
   *
   * @param project the project
   * @param role the role
   */
  @Schema(name = "MyGrant")
  public record MyGrant(
      String project, @Schema(enumeration = {"viewer", "developer", "admin"}) Role role) {}

  /** What the caller is told of themselves. */
  public static MeView of(Caller caller) {
    Account account = caller.account();
    return new MeView(
        account.name(),
        account.displayName(),
        caller.role(),
        caller.roles().entrySet().stream()
            .map(role -> new MyGrant(role.getKey(), role.getValue()))
            .sorted(Comparator.comparing(MyGrant::project))
            .toList(),
        caller.credential().wireName(),
        caller.credential() instanceof Credential.Token(ApiToken token)
            ? ApiTokenView.of(token)
            : null);
  }
}
