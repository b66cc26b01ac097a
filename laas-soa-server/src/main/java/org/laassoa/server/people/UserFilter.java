package org.laassoa.server.people;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.laassoa.server.problem.ProblemException;

/** Reads which users to list: a wrong option is the caller's 400. */
final class UserFilter {

  private UserFilter() {}

  static @Nullable Role role(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(Role.values())
        .filter(role -> role.storedName().equals(text))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.invalidField("role", "must be viewer, developer or admin"));
  }

  static @Nullable Boolean disabled(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw ProblemException.invalidField("disabled", "must be true or false");
    }
    return Boolean.valueOf(text);
  }
}
