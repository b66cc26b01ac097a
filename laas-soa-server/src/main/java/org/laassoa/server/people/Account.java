package org.laassoa.server.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as a request needs to know them.
 *
 * @param id the row's number; a user who is deleted and made anew has another one
 * @param name what they sign in with
 * @param displayName how others see them, possibly empty
 * @param role on everything, or null
 * @param disabled whether nothing of theirs is accepted
 * @param passwordHash as {@link PasswordHash} makes it
 * @param grants their roles on single projects, by the project's number
 */
public record Account(
    long id,
    String name,
    String displayName,
    @Nullable Role role,
    boolean disabled,
    String passwordHash,
    Map<Long, Grant> grants) {

  /** Without what is stored of the password. */
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
