package org.laassoa.server.people;

import org.laassoa.server.language.Message;
import org.laassoa.server.problem.FieldErrors;

/** Which passwords are taken; NIST SP 800-63B: length counts, composition does not. */
final class PasswordRule {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private PasswordRule() {}

  /** Notes what is wrong with a new password of that user, never repeating it. */
  static void check(String name, String password, String field, FieldErrors errors) {
    int length = password.codePointCount(0, password.length());
    errors.require(
        length >= SHORTEST && length <= LONGEST,
        field,
        Message.of("must have %d to %d characters", SHORTEST, LONGEST));
    errors.require(!password.strip().equalsIgnoreCase(name), field, "must not be the name");
  }
}
